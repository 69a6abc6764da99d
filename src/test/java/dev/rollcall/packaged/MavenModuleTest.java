package dev.rollcall.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A Maven build of a module and its tests. */
@Tag("packaged")
final class MavenModuleTest {
  private static final long DEADLINE_SECONDS = 120;
  private static final Path PROJECT = Path.of("src", "test", "modules", "maven");

  @TempDir private Path directory;

  private void copy() throws IOException {
    try (Stream<Path> files = Files.walk(PROJECT)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = directory.resolve(PROJECT.relativize(file).toString());
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        Files.copy(file, copy);
      }
    }
  }

  private static String version(Class<?> type) {
    return type.getPackage().getImplementationVersion();
  }

  @Test
  void compilesWithWhatItRequiresAndItsLeakingTestFails() throws Exception {
    copy();
    List<String> command = new ArrayList<>(List.of("mvn", "-o", "-B", "-Dstyle.color=never"));
    command.add("-Djar=" + Jars.ours(""));
    command.add("-Djunit.version=" + version(Test.class));
    command.add("-Dslf4j.version=" + version(LoggerFactory.class));
    String repository = System.getProperty("localRepository"); // Surefire tells
    if (repository != null) {
      command.add("-Dmaven.repo.local=" + repository);
    }
    command.add("test");

    Path log = directory.resolve("log");
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().keySet().removeIf(name -> name.matches("MAVEN_.*|ROLLCALL_MODE"));
    Process maven = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = maven.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS);
    maven.destroyForcibly();

    assertThat(ended).isTrue();
    assertThat(Files.readString(log))
        .contains("Tests run: 2, Failures: 1, Errors: 0, Skipped: 0")
        .contains("LEAK: 1 x handles.Handle never released in HandleTest.leaks()");
    assertThat(maven.exitValue()).isEqualTo(1);
  }
}
