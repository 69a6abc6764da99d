package dev.rollcall.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The programs of the JDK that the lab runs on, and Rollcall's tool, each in a process of its own.
 *
 * @param directory where what they say goes
 */
record Jdk(Path directory) {
  private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");
  private static final long DEADLINE_MINUTES = 3;

  /**
   * What a program has said.
   *
   * @param name for its files
   */
  record Said(String name, int status, String out, String err) {
    /** Fails unless the status is one of those that are fine. */
    Said expect(int... fine) throws IOException {
      for (int each : fine) {
        if (status == each) {
          return this;
        }
      }
      throw new IOException(name + " ended with status " + status + ": " + err.strip());
    }
  }

  /** A program that runs. */
  final class Running implements AutoCloseable {
    private final String name;
    private final Process process;

    private Running(String name, List<String> command) throws IOException {
      this.name = name;
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out(name)).redirectError(err(name));
      builder.environment().remove("ROLLCALL_MODE");
      this.process = builder.start();
    }

    long pid() {
      return process.pid();
    }

    boolean isAlive() {
      return process.isAlive();
    }

    /** What it has said so far. */
    String outSoFar() throws IOException {
      return Files.readString(directory.resolve(name + ".out"));
    }

    /** What it has said of faults so far. */
    String errSoFar() throws IOException {
      return Files.readString(directory.resolve(name + ".err"));
    }

    /** Waits for its end. */
    Said end() throws IOException, InterruptedException {
      if (!process.waitFor(DEADLINE_MINUTES, TimeUnit.MINUTES)) {
        throw new IOException(name + " did not end: " + errSoFar().strip());
      }
      return new Said(name, process.exitValue(), outSoFar(), errSoFar());
    }

    @Override
    public void close() {
      Process unused = process.destroyForcibly();
    }
  }

  private java.io.File out(String name) {
    return directory.resolve(name + ".out").toFile();
  }

  private java.io.File err(String name) {
    return directory.resolve(name + ".err").toFile();
  }

  /** A Java program of the lab's class path. */
  Running java(String name, List<String> options, String main, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(BIN.resolve("java").toString()));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(arguments);
    return new Running(name, command);
  }

  /** Rollcall's command line. */
  Running rollcall(String name, String... arguments) throws IOException {
    return java(
        name, List.of("-Xmx512m"), dev.rollcall.cli.Main.class.getName(), List.of(arguments));
  }

  /** The JDK's own door to a running JVM. */
  Said jcmd(String name, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(BIN.resolve("jcmd").toString()));
    command.addAll(List.of(arguments));
    try (Running running = new Running(name, command)) {
      return running.end();
    }
  }
}
