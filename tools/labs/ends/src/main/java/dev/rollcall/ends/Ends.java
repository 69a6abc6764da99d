package dev.rollcall.ends;

import dev.rollcall.ends.Promise.Broken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Tries the ends: {@code Ends full|short NAME RUNS PAGE|- JDK...}, where NAME may be {@code all}.
 * Prints the table, and puts it into the page. Exits with 1 if a promise was broken, and with 2 if
 * the ends could not be tried.
 */
final class Ends {
  /** So many JVMs run at a time. */
  private static final int LANES = 2;

  private static final Path DIRECTORY = Path.of("target/ends").toAbsolutePath();

  private final Results results = new Results();
  private final List<String> flaws = new ArrayList<>();

  private Ends() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    List<End> ends =
        EndList.all().stream()
            .filter(end -> args[1].equals("all") || end.name().equals(args[1]))
            .toList();
    if (ends.isEmpty()) {
      System.err.printf(
          "ends: there is no end %s: use one of %s.%n",
          args[1], String.join(", ", EndList.all().stream().map(End::name).toList()));
      System.exit(2);
    }
    int runs = Integer.parseInt(args[2]);
    List<Jdk> jdks = new ArrayList<>();
    for (String home : List.of(args).subList(4, args.length)) {
      jdks.add(Jdk.at(Path.of(home)));
    }
    boolean full = args[0].equals("full");
    Ends all = new Ends();
    all.run(ends, full ? Plan.full(jdks) : Plan.brief(jdks.get(0)), runs);
    String extent = runs == 1 ? "1 run" : runs + " runs";
    String table =
        EndTable.of(
            ends,
            all.results,
            extent
                + (full ? " in each mode, with and without a recording, on each JDK" : " of each"),
            jdks,
            LocalDate.now(ZoneId.systemDefault()));
    System.out.print(table);
    if (!args[3].equals("-")) {
      Page.put(Path.of(args[3]), table);
    }
    System.err.println(
        all.flaws.isEmpty()
            ? "ends: every promise was kept."
            : "ends: %d runs broke a promise; what they left is in %s."
                .formatted(all.flaws.size(), DIRECTORY));
    System.exit(all.flaws.isEmpty() ? 0 : 1);
  }

  private void run(List<End> ends, Plan plan, int runs) throws IOException, InterruptedException {
    Directories.delete(DIRECTORY);
    Files.createDirectories(DIRECTORY);
    ExecutorService lanes = Executors.newFixedThreadPool(LANES);
    try {
      for (int i = 0; i < ends.size(); i++) {
        End end = ends.get(i);
        if (!canStart(end)) {
          System.err.printf(
              "ends: %s could not be tried: %s does not work here.%n",
              end.name(), String.join(" ", end.command()));
          continue;
        }
        System.err.printf("ends: %s%n", end.name());
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
          for (Cell cell : plan.cells(end, i)) {
            int number = run;
            tasks.add(() -> run(cell, number));
          }
        }
        for (Future<Void> task : lanes.invokeAll(tasks)) {
          task.get();
        }
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      lanes.shutdownNow();
    }
  }

  private Void run(Cell cell, int number) throws IOException, InterruptedException {
    Path directory = DIRECTORY.resolve(cell.directory() + "-" + number);
    Outcome outcome = Run.of(cell, number, directory);
    results.add(cell, outcome);
    List<Broken> broken = cell.end().promise().broken(cell.mode(), outcome);
    if (broken.isEmpty()) {
      Directories.delete(directory);
    } else {
      String flaw =
          "ends: %s, run %d: %s"
              .formatted(
                  cell, number, String.join("; ", broken.stream().map(Broken::how).toList()));
      synchronized (flaws) {
        flaws.add(flaw);
      }
      System.err.println(flaw);
    }
    return null;
  }

  /** Whether what the program is started with can start anything here. */
  private static boolean canStart(End end) throws IOException, InterruptedException {
    if (end.command().isEmpty()) {
      return true;
    }
    List<String> command = new ArrayList<>(end.command());
    Path directory = Files.createDirectories(DIRECTORY.resolve("probe"));
    command.replaceAll(part -> part.replace("DIR", directory.toString()));
    command.add("true");
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchCommand) {
      return false;
    } finally {
      Directories.delete(directory);
    }
  }
}
