package dev.rollcall.mutants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.cli.Ran;
import dev.rollcall.mutants.MutantRun.End;
import dev.rollcall.mutants.MutationTable.Ranked;
import dev.rollcall.mutants.SiteFacts.Fact;
import dev.rollcall.testing.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.function.Function;

/**
 * Runs the mutants and ranks them: {@code Mutation DIRECTORY LIMIT SEED run|again}, where {@code
 * again} ranks the recordings that are there. Exits with 1 if the program leaks unmutated or no
 * mutant does.
 */
final class Mutation {
  private static final int AT_A_TIME = 2;

  /** So many mutants of one kind in one library: none outweighs the others. */
  private static final int ALIKE = 16;

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
    healthy(jvm);
    Counted counted = count(jvm);
    Counted stable = counted.sameIn(count(jvm)).sameIn(count(jvm));
    if (stable.scenarios().isEmpty()) {
      throw new MutationException("the unmutated program never does the same again.");
    }
    // Nothing can be said of the mutants of what is another program each time.
    counted.scenarios().keySet().stream()
        .filter(name -> !stable.scenarios().containsKey(name))
        .forEach(
            name -> System.err.println("diagnosis: left out, not the same each time: " + name));
    SortedMap<Site, Set<String>> coverage = stable.coverage();
    List<Mutant> mutants = new Mutants(facts(), seed).of(coverage, limit, ALIKE);
    System.err.printf(
        "diagnosis: %d mutants; %d calls are executed%n", mutants.size(), coverage.size());
    Files.write(runs(), all(jvm, mutants).stream().map(MutantRun::line).toList());
  }

  private static Function<Site, Set<Fact>> facts() {
    SiteFacts facts = new SiteFacts();
    return site -> {
      try {
        return facts.of(site);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  /** The program when it leaks nothing. */
  private void healthy(WorkloadJvm jvm)
      throws IOException, InterruptedException, MutationException {
    Path recording = directory.resolve("healthy.jfr");
    ChildJvm.Ended ended = jvm.run(recording);
    if (ended.status() != 0) {
      throw new MutationException("the unmutated program leaks or fails:\n" + ended.err());
    }
    if (!report(recording).required("groups").isEmpty()) {
      throw new MutationException("the report suspects the unmutated program.");
    }
  }

  private static Counted count(WorkloadJvm jvm)
      throws IOException, InterruptedException, MutationException {
    ChildJvm.Ended counted = jvm.count();
    if (counted.status() != 0) {
      throw new MutationException("the calls could not be counted:\n" + counted.err());
    }
    return Counted.of(counted.out());
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
        "id\tbug\tsite\tshare\tscenarios\tend\tleaked\tgroups\trank\trank in any group"
            + "\trank of class\tconfidence\tlines\tmiss");
    for (MutantRun run : runs) {
      if (run.end() == End.KILLED) {
        Path recording = recording(run.mutant());
        Rank rank =
            Rank.of(
                run.mutant().site(),
                run.mutant().bug(),
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
