package dev.rollcall.cases;

import dev.rollcall.cases.Measured.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the real cases: {@code Cases NAME RUNS full|short}, where NAME may be {@code all}. Exits
 * with 1 if a count is not what the list says, and with 2 if a case could not be run.
 */
final class Cases {
  private static final Path DIRECTORY = Path.of("target/cases").toAbsolutePath();

  private Cases() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    try {
      List<Measured> all = run(chosen(args[0]), Integer.parseInt(args[1]), args[2].equals("full"));
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

  private static List<Measured> run(List<RealCase> cases, int runs, boolean full)
      throws IOException, InterruptedException, CaseException {
    System.err.println("cases: fetching the libraries ...");
    ClassPaths libraries = ClassPaths.resolve(DIRECTORY, cases);
    List<Measured> all = new ArrayList<>();
    for (RealCase real : cases) {
      System.err.println("cases: " + real.name() + ": " + real.title());
      Program program = Program.compile(real, libraries, DIRECTORY);
      for (String version : real.versions()) {
        Plan plan =
            full
                ? new Plan(runs, runs, runs)
                : new Plan(runs, 0, isWorst(real, version, cases) ? 1 : 0);
        all.add(Measured.of(program, real, version, DIRECTORY, plan));
      }
    }
    return all;
  }

  /** Where most leaks: there the short run looks at the library's own detector, once. */
  private static boolean isWorst(RealCase real, String version, List<RealCase> cases) {
    return version.equals(real.leaking())
        && cases.stream().allMatch(other -> other.leaks() <= real.leaks());
  }
}
