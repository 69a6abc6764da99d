package dev.rollcall.mutants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.cli.Ran;
import dev.rollcall.mutants.MutantRun.End;
import dev.rollcall.mutants.MutationTable.Ranked;
import dev.rollcall.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs the mutants and ranks them: {@code Mutation DIRECTORY LIMIT SEED run|again}, where {@code
 * again} ranks the recordings that are there. Exits with 1 if the program leaks unmutated or no
 * mutant does.
 */
final class Mutation {
  private static final int AT_A_TIME = 2;

  private final Path directory;

  private Mutation(Path directory) {
    this.directory = directory;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    try {
      Mutation mutation = new Mutation(Files.createDirectories(Path.of(args[0])));
      if (args[3].equals("run")) {
        mutation.run(Integer.parseInt(args[1]), Long.parseLong(args[2]));
      }
      System.out.print(mutation.rank());
    } catch (MutationException e) {
      System.err.println("diagnosis: " + e.getMessage());
      System.exit(1);
    }
  }

  private Path runs() {
    return directory.resolve("runs.tsv");
  }

  private Path recording(Mutant mutant) {
    return directory.resolve(mutant.id() + ".jfr");
  }

  private void run(int limit, long seed)
      throws IOException, InterruptedException, MutationException {
    WorkloadJvm jvm = WorkloadJvm.of(directory);
    long registered = healthy(jvm);
    if (healthy(jvm) != registered) {
      throw new MutationException("the unmutated program is not the same each time.");
    }
    SortedMap<Site, Set<String>> coverage = coverage(jvm);
    if (!coverage(jvm).equals(coverage)) {
      throw new MutationException(
          "the unmutated program does not execute the same calls each time.");
    }
    List<Mutant> mutants = Mutants.of(coverage, seed, limit);
    System.err.printf(
        "diagnosis: %d mutants; %d release calls are executed%n", mutants.size(), coverage.size());
    Files.write(runs(), all(jvm, mutants).stream().map(MutantRun::line).toList());
  }

  /** How many resources the program registers when it leaks none. */
  private long healthy(WorkloadJvm jvm)
      throws IOException, InterruptedException, MutationException {
    Path recording = directory.resolve("healthy.jfr");
    ChildJvm.Ended ended = jvm.run(recording);
    if (ended.status() != 0) {
      throw new MutationException("the unmutated program leaks or fails:\n" + ended.err());
    }
    JsonNode report = report(recording);
    if (!report.required("groups").isEmpty()) {
      throw new MutationException("the report suspects the unmutated program.");
    }
    return report.required("totals").required("registered").asLong();
  }

  private static SortedMap<Site, Set<String>> coverage(WorkloadJvm jvm)
      throws IOException, InterruptedException, MutationException {
    ChildJvm.Ended counted = jvm.count();
    if (counted.status() != 0) {
      throw new MutationException("the calls could not be counted:\n" + counted.err());
    }
    return Mutants.coverage(counted.out());
  }

  private List<MutantRun> all(WorkloadJvm jvm, List<Mutant> mutants)
      throws InterruptedException, IOException {
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<MutantRun>> futures = new ArrayList<>();
      for (Mutant mutant : mutants) {
        futures.add(threads.submit(() -> MutantRun.of(jvm, mutant, recording(mutant))));
      }
      List<MutantRun> runs = new ArrayList<>();
      for (Future<MutantRun> future : futures) {
        MutantRun run = future.get();
        runs.add(run);
        if (run.end() != End.KILLED) {
          Files.deleteIfExists(recording(run.mutant()));
        }
      }
      return runs;
    } catch (ExecutionException e) {
      throw new IOException("a mutant could not be run", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private String rank() throws IOException, MutationException {
    if (!Files.exists(runs())) {
      throw new MutationException(
          "there are no recordings in " + directory + ": run without --again.");
    }
    List<MutantRun> runs = Files.readAllLines(runs()).stream().map(MutantRun::parse).toList();
    List<Ranked> ranked = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    lines.add(
        "id\tsite\tshare\tscenarios\tend\tleaked\tgroups\trank\trank in any group\tlines\tmiss");
    for (MutantRun run : runs) {
      if (run.end() == End.KILLED) {
        Path recording = recording(run.mutant());
        Rank rank =
            Rank.of(
                run.mutant().site(),
                report(recording),
                Ran.of("report", recording.toString()).out());
        ranked.add(new Ranked(run, rank));
        lines.add(run.line() + "\t" + rank.line());
      } else {
        lines.add(run.line());
      }
    }
    if (ranked.isEmpty()) {
      throw new MutationException("no mutant leaked.");
    }
    Files.write(directory.resolve("mutation.tsv"), lines);
    String table = MutationTable.of(runs, ranked);
    Files.writeString(directory.resolve("mutation.md"), table);
    return table;
  }

  private static JsonNode report(Path recording) throws IOException {
    return new ObjectMapper()
        .readTree(Ran.of("report", "--format", "json", recording.toString()).out());
  }
}
