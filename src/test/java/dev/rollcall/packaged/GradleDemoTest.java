package dev.rollcall.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample of a Gradle build without Gradle: what it asks Gradle to do is done here. */
@Tag("packaged")
final class GradleDemoTest {
  private static final Path DEMO = Path.of("tools", "demo", "gradle");

  /** The one group of a pattern that is found once in the build file. */
  private static String inBuildFile(String pattern) throws Exception {
    Matcher found =
        Pattern.compile(pattern).matcher(Files.readString(DEMO.resolve("build.gradle.kts"), UTF_8));
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  @Test
  void itsVersionsAreThoseOfThisBuild() throws Exception {
    assertThat(inBuildFile("\"dev[.]rollcall:rollcall:([^\"]*)\""))
        .isEqualTo(System.getProperty("rollcall.version"));
    assertThat(Jars.others("junit-jupiter-api").get(0).getFileName().toString())
        .isEqualTo("junit-jupiter-api-" + inBuildFile("\"org.junit:junit-bom:([^\"]*)\"") + ".jar");
  }

  /** Its test class, on its class path, with its options for the JVM. */
  @Test
  void oneOfItsTestsFailsAndTheRecordingTellsWhy(@TempDir Path directory) throws Exception {
    List<Path> jars = new ArrayList<>(List.of(Jars.ours("")));
    jars.addAll(Jars.others("slf4j-api", "junit-jupiter-engine"));
    jars.addAll(Jars.junit());
    jars.addAll(Jars.launcher());
    Path[] libraries = jars.toArray(Path[]::new);
    jars.add(
        Compiled.of(DEMO.resolve("src"), directory.resolve("tests"), "--class-path", libraries));
    jars.add(
        Compiled.of(
            Path.of("src", "test", "modules", "runner", "runner"),
            directory.resolve("runner"),
            "--class-path",
            libraries));
    Path recordings = Files.createDirectory(directory.resolve("recordings"));
    String option = inBuildFile("jvmArgs[(]\"([^\"]*)\"[)]");

    ChildJvm.Ended ended =
        new ChildJvm()
            .options(option.replace("$recordings", recordings.toString()))
            .classPath(jars.toArray(Path[]::new))
            .run("runner.Main", "class:printer.PrinterTest")
            .with(0);

    assertThat(ended.out())
        .contains("[         1 tests successful      ]", "[         1 tests failed          ]")
        .contains(
            "LEAK: 1 x printer.PrinterTest$Job never released in PrinterTest.forgetsItsJob()");
    assertThat(Recorded.in(recordings)).contains("rollcall.Register", "rollcall.Leak");
  }
}
