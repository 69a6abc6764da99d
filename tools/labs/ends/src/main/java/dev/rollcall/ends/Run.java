package dev.rollcall.ends;

import static java.util.stream.Collectors.joining;

import dev.rollcall.LeakChecker;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * One process, from its start to its end. It says that it is ready, then what has to be done to it
 * is done, then it is told to go on; the time runs from there.
 */
final class Run implements AutoCloseable {
  private static final String PROGRAM = "dev.rollcall.ends.program.EndProgram";
  private static final int START_SECONDS = 60;

  /** How long JFR may take to get to write what it has recorded, which it does each second. */
  private static final long FLUSH_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** A chunk that has been begun and has nothing in it yet is smaller. */
  private static final int FLUSHED = 16_384;

  private static final long POLL_MILLIS = 20;

  /** For so long a recording must not have grown, of a program that never ends. */
  private static final int STILL = 10;

  private final Cell cell;
  private final Path directory;
  private final Path err;
  private final Process process;
  private long start;
  private boolean ended;
  private double seconds;

  private Run(Cell cell, Path directory, Path err, Process process) {
    this.cell = cell;
    this.directory = directory;
    this.err = err;
    this.process = process;
  }

  /** Runs a program to its end in a directory of its own; two, if they have to share it. */
  static Outcome of(Cell cell, int number, Path directory)
      throws IOException, InterruptedException {
    Directories.delete(directory);
    Files.createDirectories(directory.resolve("files"));
    try (Run one = start(cell, number, directory, 1)) {
      if (!cell.end().twin()) {
        one.begin();
        one.awaitEnd();
        return one.outcome();
      }
      try (Run other = start(cell, number, directory, 2)) {
        one.begin();
        other.begin();
        one.awaitEnd();
        other.awaitEnd();
        Outcome first = one.outcome();
        Outcome second = other.outcome();
        return cell.end().promise().broken(cell.mode(), first).isEmpty() ? second : first;
      }
    }
  }

  private static Run start(Cell cell, int number, Path directory, int which) throws IOException {
    End end = cell.end();
    List<String> command = new ArrayList<>(end.command());
    command.add(cell.jdk().home().resolve("bin/java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Drollcall.mode=" + cell.mode(),
            "-Drollcall.exitWait=" + Promise.EXIT_WAIT.toSeconds() + "s"));
    if (cell.recorded()) {
      command.addAll(
          List.of(
              "-Xlog:jfr+startup=off",
              "-XX:FlightRecorderOptions:repository=DIR/repository",
              "-XX:StartFlightRecording:filename=" + end.recording()));
    }
    command.addAll(end.options());
    command.addAll(List.of("-cp", classPath(), PROGRAM));
    command.add(end.how().get(0));
    command.add(Integer.toString(number));
    command.addAll(end.how().subList(1, end.how().size()));
    command.replaceAll(part -> part.replace("DIR", directory.toString()));
    Path err = directory.resolve("err" + which + ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectError(err.toFile());
    for (String name :
        List.of("ROLLCALL_MODE", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS")) {
      builder.environment().remove(name);
    }
    return new Run(cell, directory, err, builder.start());
  }

  /** What the program needs, and no more. */
  private static String classPath() {
    return Stream.of(Run.class, LeakChecker.class, Logger.class)
        .map(Run::location)
        .collect(joining(File.pathSeparator));
  }

  private static String location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until it is ready, does what has to be done to it, and lets it end. */
  private void begin() throws IOException, InterruptedException {
    CompletableFuture<Void> late =
        CompletableFuture.runAsync(
            process::destroyForcibly,
            CompletableFuture.delayedExecutor(START_SECONDS, TimeUnit.SECONDS));
    BufferedReader out = process.inputReader();
    if (reads(out, "begun")) {
      if (cell.recorded() && cell.end().flushed()) {
        awaitFlush();
      }
      goOn();
    }
    boolean ready = reads(out, "ready");
    late.cancel(false);
    start = System.nanoTime();
    if (ready) {
      cell.end().deed().to(process, directory);
      goOn();
    }
  }

  /** Whether a line comes, before the program ends. */
  private static boolean reads(BufferedReader out, String wanted) throws IOException {
    String line = out.readLine();
    while (line != null && !line.equals(wanted)) {
      line = out.readLine();
    }
    return line != null;
  }

  private void awaitFlush() throws IOException, InterruptedException {
    Path repository = directory.resolve("repository");
    long before = Math.max(FLUSHED, Directories.recorded(repository));
    long waiting = System.nanoTime();
    while (Directories.recorded(repository) <= before
        && System.nanoTime() - waiting < FLUSH_NANOS) {
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** Whoever was killed by a signal cannot be told any more. */
  private void goOn() {
    try {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
    } catch (IOException gone) {
      // It has ended.
    }
  }

  /** Waits until it has ended, or until it must not be waited for any more. */
  private void awaitEnd() throws IOException, InterruptedException {
    boolean endless = cell.end().promise().status(cell.mode()).isEmpty();
    ended =
        endless ? awaitAllSaid() : process.waitFor(Promise.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    seconds = (System.nanoTime() - start) / 1e9;
    if (!ended) {
      if (!endless) {
        dumpThreads();
      }
      process.destroyForcibly().waitFor();
    }
  }

  private Outcome outcome() throws IOException {
    ExitText report = ExitText.of(text(), cell.end().leaks());
    return new Outcome(report, reading(report), ended ? process.exitValue() : null, seconds);
  }

  /** For whoever looks into why it hung. */
  private void dumpThreads() throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                cell.jdk().home().resolve("bin/jcmd").toString(),
                Long.toString(process.pid()),
                "Thread.print")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("threads.txt").toFile())
            .start();
    if (!jcmd.waitFor(10, TimeUnit.SECONDS)) {
      jcmd.destroyForcibly();
    }
  }

  /** For a program that never ends: until its report is there, and its recording does not grow. */
  private boolean awaitAllSaid() throws IOException, InterruptedException {
    long size = -1;
    int still = 0;
    while (System.nanoTime() - start < Promise.LIMIT.toNanos()
        && (still < STILL
            || ExitText.of(text(), cell.end().leaks()).state() != ExitText.State.WHOLE)) {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        return true;
      }
      long now = Directories.size(recording());
      still = now == size && (now > 0 || !cell.recorded()) ? still + 1 : 0;
      size = now;
    }
    return false;
  }

  /** What it said, to the file for the report, too. */
  private String text() throws IOException {
    Path file = directory.resolve("files/report.txt");
    return Files.readString(err) + (Directories.size(file) > 0 ? Files.readString(file) : "");
  }

  private Path recording() {
    return Path.of(cell.end().recording().replace("DIR", directory.toString()));
  }

  private @Nullable Reading reading(ExitText report) throws IOException {
    if (!cell.recorded()) {
      return null;
    }
    return Reading.of(
        recording(), directory.resolve("repository"), cell.end().leaks(), report.registered());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
