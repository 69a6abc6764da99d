package dev.rollcall.agents.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM that is started, and how it ended. */
final class Jvm {
  private static final long SECONDS = 120;

  private final Process process;
  private final Path output;
  private final Path errors;

  private Jvm(Process process, Path output, Path errors) {
    this.process = process;
    this.output = output;
    this.errors = errors;
  }

  /**
   * How it ended.
   *
   * @param status its exit status
   * @param output what it printed
   * @param errors what it printed to stderr
   */
  record Ended(int status, String output, String errors) {}

  /**
   * Starts one; what it prints is in files.
   *
   * @param label names the files
   * @param arguments of java
   */
  static Jvm start(Lab lab, String label, List<String> arguments) throws IOException {
    Path output = lab.directory().resolve(label + ".out");
    Path errors = lab.directory().resolve(label + ".err");
    List<String> command = new ArrayList<>();
    command.add(lab.home().resolve("bin/java").toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("ROLLCALL_MODE");
    Process process =
        builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
    return new Jvm(process, output, errors);
  }

  Process process() {
    return process;
  }

  /** Waits until it has printed this, or has ended. */
  String awaitOutput(String text) throws IOException, InterruptedException, Broken {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (true) {
      boolean isAlive = process.isAlive();
      String printed = Files.readString(output);
      if (printed.contains(text)) {
        return printed;
      }
      if (!isAlive || System.nanoTime() > deadline) {
        process.destroyForcibly().waitFor();
        throw new Broken("it never printed '" + text + "': " + output);
      }
      // Nothing tells that a file has grown.
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
  }

  /** Waits until it has ended. */
  Ended await() throws IOException, InterruptedException, Broken {
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new Broken("it did not end within " + SECONDS + " s: " + output);
    }
    return new Ended(process.exitValue(), Files.readString(output), Files.readString(errors));
  }
}
