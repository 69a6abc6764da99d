package dev.rollcall.cases;

import dev.rollcall.cases.Measured.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs the real cases: {@code Cases NAME RUNS full|short AGENT}, where NAME may be {@code all} and
 * AGENT is the agent's jar. Exits with 1 if a count is not what the list says, and with 2 if a case
 * could not be run.
 */
final class Cases {
  private static final Path DIRECTORY = Path.of("target/cases").toAbsolutePath();

  /** A program mostly starts, waits and ends. */
  private static final int AT_A_TIME = 2;

  private final List<RealCase> chosen;
  private final int runs;
  private final boolean full;
  private final Path agent;

  private Cases(List<RealCase> chosen, int runs, boolean full, Path agent) {
    this.chosen = chosen;
    this.runs = runs;
    this.full = full;
    this.agent = agent;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    try {
      List<Measured> all =
          new Cases(
                  chosen(args[0]),
                  Integer.parseInt(args[1]),
                  args[2].equals("full"),
                  Path.of(args[3]))
              .run();
      System.out.print(ResultTable.of(all));
      List<String> flaws = all.stream().flatMap(measured -> measured.flaws().stream()).toList();
      flaws.forEach(flaw -> System.err.println("cases: " + flaw));
      System.exit(flaws.isEmpty() ? 0 : 1);
    } catch (CaseException e) {
      System.err.println("cases: " + e.getMessage());
      System.exit(2);
    }
  }

  private static List<RealCase> chosen(String name) throws IOException, CaseException {
    List<RealCase> all = CaseList.read();
    List<RealCase> chosen =
        all.stream().filter(real -> name.equals("all") || real.name().equals(name)).toList();
    if (chosen.isEmpty()) {
      throw new CaseException(
          "there is no case "
              + name
              + ": use one of "
              + String.join(", ", all.stream().map(RealCase::name).toList())
              + ".");
    }
    return chosen;
  }

  private List<Measured> run() throws IOException, InterruptedException, CaseException {
    System.err.println("cases: fetching the libraries ...");
    ClassPaths libraries = ClassPaths.resolve(DIRECTORY, chosen);
    ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<List<Measured>>> running = new ArrayList<>();
      for (RealCase real : chosen) {
        running.add(workers.submit(() -> run(real, libraries)));
      }
      List<Measured> all = new ArrayList<>();
      for (Future<List<Measured>> one : running) {
        all.addAll(one.get());
      }
      return all;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CaseException ours) {
        throw ours;
      }
      throw new IOException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private List<Measured> run(RealCase real, ClassPaths libraries)
      throws IOException, InterruptedException, CaseException {
    System.err.println("cases: " + real.name() + ": " + real.title());
    Program program = Program.compile(real, libraries, DIRECTORY, agent);
    List<Measured> measured = new ArrayList<>();
    for (Way way : real.ways()) {
      for (String version : real.versions()) {
        for (Variant variant : variants(real, version)) {
          Plan plan = plan(real, way, version, variant);
          measured.add(Measured.of(program, real, way, version, variant, DIRECTORY, plan));
        }
      }
    }
    return measured;
  }

  /** The short run leaves out the fixed version alone: beside others it does the same. */
  private List<Variant> variants(RealCase real, String version) {
    return full || version.equals(real.leaking())
        ? List.of(Variant.values())
        : List.of(Variant.BESIDE);
  }

  /** The library's own detector looks at what real programs do. */
  private Plan plan(RealCase real, Way way, String version, Variant variant) {
    if (variant == Variant.ALONE || way.isAgent()) {
      return new Plan(runs, 0, 0);
    }
    return full ? new Plan(runs, runs, runs) : new Plan(runs, 0, isWorst(real, version) ? 1 : 0);
  }

  /** Where most leaks: there the short run looks at the library's own detector, once. */
  private boolean isWorst(RealCase real, String version) {
    return version.equals(real.leaking())
        && chosen.stream().allMatch(other -> other.count() <= real.count());
  }
}
