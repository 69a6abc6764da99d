package dev.rollcall.bench.table;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs a plan on the JDK it runs on: {@code Suite full|quick|short DIRECTORY}. Writes JMH's results
 * of each round as JSON, JMH's own output as a log, and what the machine is.
 */
public final class Suite {
  private final Path directory;
  private final PrintStream log;

  private Suite(Path directory, PrintStream log) {
    this.directory = directory;
    this.log = log;
  }

  /** See {@link Suite}. */
  public static void main(String[] args) throws IOException, RunnerException {
    if (args.length != 2) {
      throw new IllegalArgumentException("usage: Suite full|quick|short DIRECTORY");
    }
    Path directory = Files.createDirectories(Path.of(args[1]));
    Machine.here().write(directory.resolve("machine.json"));
    try (PrintStream log =
        new PrintStream(
            Files.newOutputStream(directory.resolve("jmh.log")), true, StandardCharsets.UTF_8)) {
      Suite suite = new Suite(directory, log);
      switch (args[0]) {
        case "full" -> suite.run(Plan.full());
        case "quick" -> suite.run(Plan.quick());
        case "short" -> suite.smoke();
        default -> throw new IllegalArgumentException("no plan '" + args[0] + "'");
      }
    }
  }

  private void run(Plan plan) throws IOException, RunnerException {
    say(plan.rounds() + " rounds, " + plan.forks() + " forks; details in " + directory);
    for (int round = 1; round <= plan.rounds(); round++) {
      List<RunResult> results = new ArrayList<>();
      for (Cells cells : plan.round(round)) {
        say(
            String.format(
                "round %d: %s %s, %d threads",
                round, String.join(" ", cells.benchmarks()), cells.parameters(), cells.threads()));
        ChainedOptionsBuilder options = cells.options().forks(1);
        if (plan.brief()) {
          options.warmupIterations(2).measurementIterations(3);
        }
        results.addAll(run(options.build()));
      }
      write(results, "round-" + round + ".json");
    }
  }

  private void smoke() throws IOException, RunnerException {
    Collection<RunResult> results = run(Cells.smoke());
    write(results, "round-1.json");
    say(results.size() + " benchmarks work");
  }

  private Collection<RunResult> run(Options options) throws RunnerException {
    return new Runner(options, OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL))
        .run();
  }

  private void write(Collection<RunResult> results, String name) throws IOException {
    try (PrintStream json =
        new PrintStream(
            Files.newOutputStream(directory.resolve(name)), false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, json).writeOut(results);
    }
  }

  private static void say(String text) {
    System.err.println("bench: " + text);
  }
}
