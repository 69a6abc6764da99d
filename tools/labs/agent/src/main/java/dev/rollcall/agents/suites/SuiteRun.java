package dev.rollcall.agents.suites;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run of a library's tests in a JVM of their own. */
record SuiteRun(TestResults results, Duration duration) {
  private static final Duration LIMIT = Duration.ofMinutes(20);

  /** Runs them; what they print and their reports go to files that are called like the run. */
  static SuiteRun of(
      String name, SuiteHome home, Path java, List<String> jvm, List<String> selection)
      throws IOException, InterruptedException {
    Path reports = home.directory().resolve(name + ".xml");
    Path log = home.directory().resolve(name + ".log");
    delete(reports);
    List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx1g"));
    command.addAll(jvm);
    command.addAll(
        List.of("-cp", home.classPath(), "org.junit.platform.console.ConsoleLauncher", "execute"));
    command.addAll(List.of("--disable-banner", "--disable-ansi-colors", "--details=none"));
    command.add("--reports-dir=" + reports);
    command.addAll(selection);
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .directory(home.directory().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(LIMIT.toMinutes(), TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException(
          "The tests did not end in " + LIMIT.toMinutes() + " minutes; " + log + " says how far.");
    }
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    TestResults results =
        Files.isDirectory(reports) ? TestResults.read(reports) : new TestResults(Map.of());
    if (results.ends().isEmpty()) {
      throw new IOException("No test ran; " + log + " says why.");
    }
    return new SuiteRun(results, duration);
  }

  private static void delete(Path directory) throws IOException {
    if (Files.notExists(directory)) {
      return;
    }
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
