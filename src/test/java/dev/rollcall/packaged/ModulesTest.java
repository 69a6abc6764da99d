package dev.rollcall.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
  @TempDir private Path directory;

  /** What every checked module needs. */
  private static Path[] with(List<Path> others) {
    return Stream.of(Stream.of(Jars.ours("")), Jars.others("slf4j-api").stream(), others.stream())
        .flatMap(jars -> jars)
        .toArray(Path[]::new);
  }

  /** Compiles a module of src/test/modules; warnings are errors. */
  private Path compile(String module, Path... modulePath) throws Exception {
    return Compiled.of(
        Path.of("src", "test", "modules", module),
        directory.resolve(module),
        "--module-path",
        modulePath);
  }

  private static Path[] and(Path[] jars, Path... classes) {
    return Stream.of(jars, classes).flatMap(Stream::of).toArray(Path[]::new);
  }

  @Test
  void aPlainModule() throws Exception {
    Path[] jars = with(List.of());
    Path classes = compile("plain", jars);
    Path recordings = Files.createDirectory(directory.resolve("recordings"));

    ChildJvm.Ended ended =
        new ChildJvm()
            .options("-Drollcall.mode=fail", "-Xlog:jfr+startup=off")
            .options("-XX:StartFlightRecording:filename=" + recordings)
            .modulePath(and(jars, classes))
            .run("sample.plain/plain.Main")
            .with(86);

    assertThat(ended.out().strip()).isEqualTo("2");
    assertThat(ended.err())
        .startsWith("LEAK: 2 of 2 registered resources were never released")
        .doesNotContain("rollcall: ", "SLF4J");
    assertThat(Recorded.in(recordings))
        .contains("rollcall.Register", "rollcall.Retain", "rollcall.Leak");
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
    Path[] jars = with(Jars.junit());
    Path tests = compile("junit", jars);
    Path[] launcher = Jars.launcher().toArray(Path[]::new);
    Path runner = compile("runner", launcher);
    Path[] engine = Jars.others("junit-jupiter-engine").toArray(Path[]::new);
    ChildJvm.Ended ended =
        new ChildJvm()
            .options("--add-modules", "sample.junit")
            .modulePath(and(jars, and(launcher, and(engine, tests, runner))))
            .run("sample.runner/runner.Main", "module:sample.junit")
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
