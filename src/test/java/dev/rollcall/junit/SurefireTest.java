package dev.rollcall.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherSession;
import org.slf4j.LoggerFactory;

/** Leaks that no test has told of, in a real Maven build; tools/surefire runs many more of them. */
class SurefireTest {
  private static final long DEADLINE_SECONDS = 120;

  private record Build(int status, String log) {}

  private static Build build(Path directory, String... properties) throws Exception {
    try (InputStream pom =
        Objects.requireNonNull(SurefireTest.class.getResourceAsStream("forgetful.xml"))) {
      Files.copy(pom, directory.resolve("pom.xml"));
    }
    List<String> command = new ArrayList<>();
    command.addAll(List.of("mvn", "-o", "-B", "-Dstyle.color=never"));
    command.add("org.apache.maven.plugins:maven-surefire-plugin:3.5.4:test");
    command.add("-Dclasses=" + whereIs(SwitchOn.class));
    command.add("-Dtest.classes=" + whereIs(SurefireTest.class));
    command.add("-Djunit.version=" + version(Test.class));
    command.add("-Djunit.platform.version=" + version(LauncherSession.class));
    command.add("-Dslf4j.version=" + version(LoggerFactory.class));
    String repository = System.getProperty("localRepository"); // Surefire tells
    if (repository != null) {
      command.add("-Dmaven.repo.local=" + repository);
    }
    command.addAll(List.of(properties));
    return run(directory, command);
  }

  private static Build run(Path directory, List<String> command)
      throws IOException, InterruptedException {
    Path log = directory.resolve("log");
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().keySet().removeIf(name -> name.matches("MAVEN_.*|ROLLCALL_MODE"));
    Process maven = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!maven.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
      maven.destroyForcibly().waitFor();
      throw new AssertionError("Maven is still running: " + Files.readString(log));
    }
    return new Build(maven.exitValue(), Files.readString(log));
  }

  private static Path whereIs(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static String version(Class<?> type) {
    return type.getPackage().getImplementationVersion();
  }

  @Test
  void inModeFailAClassOfTheRunFails(@TempDir Path directory) throws Exception {
    Build build = build(directory, "-Dmode=fail");

    assertThat(build.log())
        .contains("LEAK: 2 of 3 registered resources were still registered when the tests ended")
        .contains("LEAK: 1 x dev.rollcall.samples.Frame, oldest ")
        .contains("Tests run: 4, Failures: 1, Errors: 0, Skipped: 0")
        .contains("There are test failures.")
        .doesNotContain("forked", "starting fork", "SurefireBooterForkException");
    assertThat(build.status()).isEqualTo(1);
    assertThat(
            Files.readString(
                directory.resolve(
                    "target/surefire-reports/TEST-dev.rollcall.junit.UncheckedLeaks.xml")))
        .contains("<failure message=\"LEAK: 2 of 3 registered resources were still registered");
  }
}
