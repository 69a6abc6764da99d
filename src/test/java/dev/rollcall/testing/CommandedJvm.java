package dev.rollcall.testing;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A JVM that runs {@link Commanded}: a test tells it what to do, step by step, and chooses its end.
 * It checks in mode {@code warn} and has its JFR repository below {@link #repository}.
 */
public final class CommandedJvm implements AutoCloseable {
  private static final long DEADLINE_SECONDS = 60;

  private final Path directory;
  private final Process process;
  private final BufferedReader answers;
  private final Writer commands;

  private CommandedJvm(Path directory, Process process) {
    this.directory = directory;
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.commands = new BufferedWriter(process.outputWriter(StandardCharsets.UTF_8));
    // A read from a process cannot be interrupted, only ended.
    CompletableFuture.delayedExecutor(DEADLINE_SECONDS, TimeUnit.SECONDS)
        .execute(process::destroyForcibly);
  }

  /** How such a JVM is started. */
  public static final class Starter {
    private final Path directory;
    private final ChildJvm jvm = new ChildJvm();
    private String recorder;

    private Starter(Path directory) {
      this.directory = directory;
      this.recorder = "repository=" + directory.resolve("repository");
    }

    /** Adds JVM options. */
    public Starter options(String... options) {
      jvm.options(options);
      return this;
    }

    /** Adds options of the flight recorder, as in {@code stackdepth=4}. */
    public Starter recorder(String options) {
      recorder += "," + options;
      return this;
    }

    /** Starts it with a recording to {@link CommandedJvm#file}. */
    public CommandedJvm recorded() throws IOException {
      jvm.options(
          "-XX:StartFlightRecording:settings=jfc/rollcall.jfc,filename="
              + directory.resolve("app.jfr"));
      return unrecorded();
    }

    /** Starts it without a recording. */
    public CommandedJvm unrecorded() throws IOException {
      Files.createDirectories(directory);
      jvm.options(
          "-Drollcall.mode=warn",
          "-Drollcall.report=" + directory.resolve("report.txt"),
          "-XX:FlightRecorderOptions:" + recorder);
      return new CommandedJvm(directory, jvm.start(directory.resolve("err.txt"), Commanded.class));
    }
  }

  /** Starts one that writes its files into a directory. */
  public static Starter in(Path directory) {
    return new Starter(directory);
  }

  /** Has commands obeyed, one after the other. */
  public CommandedJvm tell(String... all) throws IOException {
    for (String command : all) {
      commands.write(command + "\n");
      commands.flush();
      String answer = answers.readLine();
      while (!(Commanded.ANSWER + command).equals(answer)) {
        if (answer == null) {
          throw new AssertionError("no answer to " + command + "\n" + err());
        }
        answer = answers.readLine();
      }
    }
    return this;
  }

  /** Has it return from {@code main}, and waits for its end. */
  public void end() throws IOException, InterruptedException {
    commands.close();
    awaitEnd(0);
  }

  /** Has it halt, without shutdown hooks. */
  public void halt() throws IOException, InterruptedException {
    commands.write("halt 3\n");
    commands.flush();
    awaitEnd(3);
  }

  /** Has it use up its heap, and waits for its end, which is to be a crash. */
  public void crash() throws IOException, InterruptedException {
    commands.write("fill\n");
    commands.flush();
    while (answers.readLine() != null) {
      // What the JVM says of its crash, which must not fill the pipe.
    }
    process.waitFor();
  }

  /** Kills it with SIGKILL. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private void awaitEnd(int expected) throws IOException, InterruptedException {
    while (answers.readLine() != null) {
      // JFR's own messages, which must not fill the pipe.
    }
    int status = process.waitFor();
    if (status != expected) {
      throw new AssertionError("exit status " + status + "\n" + err());
    }
  }

  private String err() throws IOException {
    return Files.readString(directory.resolve("err.txt"));
  }

  /** Runs a jcmd command in it. */
  public void jcmd(String... command) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    line.add(String.valueOf(process.pid()));
    line.addAll(List.of(command));
    Process jcmd = new ProcessBuilder(line).redirectErrorStream(true).start();
    String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (jcmd.waitFor() != 0) {
      throw new AssertionError(output);
    }
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** What its first recording is written to at exit. */
  public Path file() {
    return directory.resolve("app.jfr");
  }

  /** Its own repository directory. */
  public Path repository() throws IOException {
    try (Stream<Path> below = Files.list(directory.resolve("repository"))) {
      return below.findFirst().orElseThrow();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
