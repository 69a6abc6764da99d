package dev.rollcall.packaged;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.ChildJvm;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Modules that are checked: each is compiled and run with the jars that its kind needs, and no
 * other.
 */
@Tag("packaged")
final class ModulesTest {
  private static final String FORGOTTEN = "LEAK: 1 of 2 registered resources was never released";
  private static final String[] JUNIT = {
    "junit-jupiter-api", "junit-platform-commons", "opentest4j", "apiguardian-api"
  };
  private static final String[] LAUNCHER = {
    "junit-platform-launcher",
    "junit-platform-engine",
    "junit-platform-commons",
    "opentest4j",
    "apiguardian-api"
  };

  @TempDir private Path directory;

  /** What every checked module needs. */
  private static Path[] with(List<Path> others) {
    return Stream.of(Stream.of(Jars.ours("")), Jars.others("slf4j-api").stream(), others.stream())
        .flatMap(jars -> jars)
        .toArray(Path[]::new);
  }

  /** Compiles a module of src/test/modules; warnings are errors. */
  private Path compile(String module, Path... modulePath) throws Exception {
    Path classes = directory.resolve(module);
    List<String> arguments = new ArrayList<>(List.of("-Xlint:all", "-Werror"));
    arguments.addAll(List.of("-proc:none", "-d", classes.toString(), "--module-path"));
    arguments.add(Stream.of(modulePath).map(Path::toString).collect(joining(File.pathSeparator)));
    try (Stream<Path> files = Files.walk(Path.of("src", "test", "modules", module))) {
      files.filter(Files::isRegularFile).map(Path::toString).forEach(arguments::add);
    }
    StringWriter output = new StringWriter();
    PrintWriter printer = new PrintWriter(output);
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();

    assertThat(javac.run(printer, printer, arguments.toArray(String[]::new)))
        .withFailMessage(output::toString)
        .isZero();
    return classes;
  }

  private static Path[] and(Path[] jars, Path... classes) {
    return Stream.of(jars, classes).flatMap(Stream::of).toArray(Path[]::new);
  }

  @Test
  void aPlainModule() throws Exception {
    Path[] jars = with(List.of());
    Path classes = compile("plain", jars);
    Path recording = directory.resolve("plain.jfr");

    ChildJvm.Ended ended =
        new ChildJvm()
            .options("-Drollcall.mode=fail", "-Xlog:jfr+startup=off")
            .options("-XX:StartFlightRecording:filename=" + recording)
            .modulePath(and(jars, classes))
            .run("sample.plain/plain.Main")
            .with(86);

    assertThat(ended.out().strip()).isEqualTo("2");
    assertThat(ended.err())
        .startsWith("LEAK: 2 of 2 registered resources were never released")
        .doesNotContain("rollcall: ", "SLF4J");
    assertThat(RecordingFile.readAllEvents(recording).stream().map(ModulesTest::name))
        .contains("rollcall.Register", "rollcall.Retain", "rollcall.Leak");
  }

  private static String name(RecordedEvent event) {
    return event.getEventType().getName();
  }

  /** SLF4J's provider is a module, too, and nobody names it. */
  @Test
  void aModuleWithALoggingBackend() throws Exception {
    Path[] jars = with(List.of());
    Path logback = Path.of("target", "logback");
    ChildJvm.Ended ended =
        new ChildJvm()
            .options("-Drollcall.mode=warn")
            .modulePath(and(jars, compile("plain", jars), logback))
            .run("sample.plain/plain.Main")
            .with(0);

    assertThat(ended.out()).contains("WARN dev.rollcall -- LEAK: 2 of 2 registered resources");
  }

  @Test
  void aModuleOfTests() throws Exception {
    Path[] jars = with(Jars.others(JUNIT));
    Path tests = compile("junit", jars);
    Path[] launcher = Jars.others(LAUNCHER).toArray(Path[]::new);
    Path runner = compile("runner", launcher);
    Path[] engine = Jars.others("junit-jupiter-engine").toArray(Path[]::new);
    ChildJvm.Ended ended =
        new ChildJvm()
            .options("--add-modules", "sample.junit")
            .modulePath(and(jars, and(launcher, and(engine, tests, runner))))
            .run("sample.runner/runner.Main", "sample.junit")
            .with(0);

    assertThat(ended.out())
        .contains("[         2 tests successful      ]", "[         1 tests failed          ]")
        .contains("LEAK: 1 x java.lang.String never released in HandleTest.leaks()");
    assertThat(ended.err()).doesNotContain("rollcall: ", "SLF4J");
  }

  @Test
  void aModuleWithNetty() throws Exception {
    assertForgotten("netty", "buffers.Main", Jars.others("netty-buffer", "netty-common"));
  }

  @Test
  void aModuleWithADatabase() throws Exception {
    assertForgotten("jdbc", "database.Main", List.of());
  }

  private void assertForgotten(String module, String main, List<Path> others) throws Exception {
    Path[] jars = with(others);
    Path classes = compile(module, jars);

    ChildJvm.Ended ended =
        new ChildJvm()
            .options("-Drollcall.mode=fail")
            .modulePath(and(jars, classes))
            .run("sample." + module + "/" + main)
            .with(86);

    assertThat(ended.err())
        .contains(FORGOTTEN, "registered at", main + ".main(Main.java:")
        .doesNotContain("rollcall: ");
  }
}
