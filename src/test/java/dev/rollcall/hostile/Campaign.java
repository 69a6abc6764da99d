package dev.rollcall.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Gives mutants to a worker one by one, and replaces it when it misses a deadline or dies. */
final class Campaign implements AutoCloseable {
  private static final String HEAP = "-Xmx128m";
  private static final String PATIENCE = "-Ddev.rollcall.recording.patienceMillis=8000";
  private static final String END = "the JVM has ended";

  private final Path directory;
  private final long seed;
  private final Duration deadline;
  private final Mutator mutator;
  private final Tally tally = new Tally();
  private BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private @Nullable Process worker;
  private @Nullable Writer numbers;

  /**
   * A campaign in a directory, which gets the originals, unless it has them, and what failed. A
   * worker has a heap of 128 MB and, for each file, {@code deadline}.
   */
  Campaign(Path directory, long seed, Duration deadline) throws IOException, InterruptedException {
    this.directory = directory;
    this.seed = seed;
    this.deadline = deadline;
    Path originals = directory.resolve("originals");
    if (!Files.exists(originals)) {
      Original.write(Files.createDirectories(originals));
    }
    this.mutator = new Mutator(Original.read(originals), seed);
  }

  /** Examines the mutants with the numbers from {@code first} on; tells progress. */
  Tally run(int first, int count, IntConsumer progress) throws IOException, InterruptedException {
    for (int number = first; number < first + count; number++) {
      Mutator.Mutant mutant = mutator.mutant(number);
      String answer = ask(number);
      String[] parts = answer.split("\t", -1);
      String failure = parts.length == 3 ? parts[2] : answer;
      if (parts.length == 3) {
        tally.add(mutant, Integer.parseInt(parts[0]), Boolean.parseBoolean(parts[1]), failure);
      } else {
        // A hang, an end, or a line that something else than the worker has printed.
        tally.add(mutant, failure);
        close();
      }
      if (!failure.isEmpty()) {
        keep(mutant, failure);
      }
      progress.accept(number - first + 1);
    }
    return tally;
  }

  private String ask(int number) throws IOException, InterruptedException {
    Process running = worker;
    if (running == null) {
      running = start();
    }
    Writer to = numbers;
    if (to != null) {
      to.write(number + "\n");
      to.flush();
    }
    String answer = answers.poll(deadline.toMillis(), TimeUnit.MILLISECONDS);
    return answer == null ? "not done after " + deadline : answer;
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(HEAP, PATIENCE, "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Worker.class.getName());
    command.add(directory.resolve("originals").toString());
    command.add(String.valueOf(seed));
    command.add(directory.resolve("mutant.jfr").toString());
    File log = directory.resolve("worker.log").toFile();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log)).start();
    worker = process;
    numbers = process.outputWriter(UTF_8);
    BlockingQueue<String> ofProcess = new LinkedBlockingQueue<>();
    answers = ofProcess;
    Thread reader = new Thread(() -> pass(process.inputReader(UTF_8), ofProcess), "answers");
    reader.setDaemon(true);
    reader.start();
    return process;
  }

  private static void pass(BufferedReader lines, BlockingQueue<String> answers) {
    try (lines) {
      lines.lines().forEach(answers::add);
    } catch (IOException | UncheckedIOException killed) {
      // The end is told below.
    }
    answers.add(END);
  }

  /** What is needed to see a failure again: the bytes, and how they were made. */
  private void keep(Mutator.Mutant mutant, String failure) throws IOException {
    Path failed = Files.createDirectories(directory.resolve("failed"));
    String name = seed + "-" + mutant.number();
    Files.write(failed.resolve(name + ".jfr"), mutant.bytes());
    Files.writeString(failed.resolve(name + ".txt"), mutant.story() + "\n" + failure + "\n");
  }

  /** Ends the worker. */
  @Override
  public void close() {
    Process running = worker;
    worker = null;
    if (running != null) {
      running.destroyForcibly().onExit().join();
    }
  }
}
