package dev.rollcall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import dev.rollcall.testing.Alone;
import dev.rollcall.testing.ChildJvm;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the report at exit says to type can be typed: it is run here, as it stands. */
final class HintTest {
  private static final String LEADS = "The whole life of each is in the recording:";

  @TempDir private Path directory = Path.of("");

  /** The library as its users have it, with the tool beside it, and JFR with its own settings. */
  @Test
  void theHintIsACommandThatExists() throws Exception {
    Path runtime = directory.resolve("my lib/rollcall-1.0.jar");
    Script.jar(directory.resolve("my lib/rollcall-1.0-cli.jar"));
    pack(LeakChecker.class, runtime);
    String classPath = System.getProperty("java.class.path");
    ChildJvm.Ended ended =
        new ChildJvm()
            .options(
                "-Drollcall.mode=warn",
                "-XX:StartFlightRecording:filename=" + directory.resolve("my app.jfr"))
            .classPath(
                Stream.concat(Stream.of(runtime), Stream.of(classPath.split(":")).map(Path::of))
                    .toArray(Path[]::new))
            .run(Alone.class)
            .with(0);

    assertThat(ended.err()).contains(LEADS);
    String hint = ended.err().substring(ended.err().lastIndexOf(LEADS) + LEADS.length());
    String command = hint.strip().lines().toList().get(0);
    Path java = Path.of(System.getProperty("java.home"), "bin");
    ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", command);
    shell.environment().put("PATH", java.toString());
    Process process = shell.redirectErrorStream(true).start();
    String report = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(report).isEqualTo(1);
    assertThat(report).contains("LEAK: 2 of 4 registered resources were never released");
  }

  /** Packs what a class comes from. */
  private static void pack(Class<?> type, Path jar) throws Exception {
    Path root = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, entries);
      }
    }
  }
}
