package dev.rollcall.server;

import dev.rollcall.server.Seen.Dump;
import dev.rollcall.server.Seen.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs the depot under load, watches it, and asks for a dump in the end; then the depot is killed,
 * for all that is to be known is known by then.
 *
 * @param name for the files
 * @param seeded whether the depot leaks
 * @param length how long it has run when it is asked
 * @param settings of the recording
 */
record Run(Jdk jdk, String name, boolean seeded, Duration length, Plan plan, Path settings)
    implements Callable<Seen> {
  private static final long SEED = 42;

  /** A report that has found leaks, or cannot be sure because resources are open. */
  private static final int[] REPORTED = {0, 1, 4};

  private static final int WATCHED_SECONDS = 5;

  @Override
  public Seen call() throws IOException, InterruptedException {
    try (DepotProcess depot = DepotProcess.start(jdk, name + "-depot", settings, plan, seeded);
        Load load = new Load(depot.port(), plan.swing(), SEED)) {
      long times = Math.max(1, length.toSeconds() / WATCHED_SECONDS);
      List<Row> rows;
      try (Jdk.Running watch = watch(depot, times)) {
        boolean unused = new CountDownLatch(1).await(length.toMillis(), TimeUnit.MILLISECONDS);
        dump(depot);
        rows = WatchLines.rows(watch.end().expect(0).out());
      }
      Dump asked = reported("-dump", "dump", depot.pid());
      String fault = depot.isAlive() ? load.fault() : "the depot has ended";
      Dump dump = reported("-report", "report", file(".jfr").toString());
      return new Seen(dump, asked, rows, load.answers(), fault);
    }
  }

  private Jdk.Running watch(DepotProcess depot, long times) throws IOException {
    return jdk.rollcall(
        name + "-watch",
        "watch",
        depot.pid(),
        "--interval",
        Integer.toString(WATCHED_SECONDS),
        "--count",
        Long.toString(times));
  }

  /** As the manual says. */
  private void dump(DepotProcess depot) throws IOException, InterruptedException {
    Jdk.Said said =
        jdk.jcmd(
                name + "-jcmd",
                depot.pid(),
                "JFR.dump",
                "name=" + DepotProcess.RECORDING,
                "filename=" + file(".jfr"))
            .expect(0);
    if (!Files.exists(file(".jfr"))) {
      throw new IOException("jcmd made no dump: " + said.out().strip());
    }
  }

  private Dump reported(String ending, String command, String of)
      throws IOException, InterruptedException {
    try (Jdk.Running running = jdk.rollcall(name + ending, command, "--format", "json", of)) {
      return ReportJson.read(running.end().expect(REPORTED).out());
    }
  }

  private Path file(String ending) {
    return jdk.directory().resolve(name + ending).toAbsolutePath();
  }
}
