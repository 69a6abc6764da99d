package dev.rollcall.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs two depots side by side, one with the leaks and one without, and judges what Rollcall says
 * of them: {@code Acceptance DIRECTORY SETTINGS short|MINUTES}. Status 1: something is not as it
 * must be; 2: something failed.
 */
public final class Acceptance {
  /** An open lease, buffer or connection of this age is no normal flight, whoever looks at it. */
  private static final double OLD_SHARE = 0.5;

  private final Plan plan;
  private final Jdk jdk;
  private final Path settings;

  private Acceptance(Plan plan, Jdk jdk, Path settings) {
    this.plan = plan;
    this.jdk = jdk;
    this.settings = settings;
  }

  /** See {@link Acceptance}. */
  public static void main(String[] args) throws InterruptedException {
    Plan plan = args[2].equals("short") ? Plan.brief() : Plan.full(Integer.parseInt(args[2]));
    Acceptance acceptance = new Acceptance(plan, new Jdk(Path.of(args[0])), Path.of(args[1]));
    try {
      List<Check> checks = acceptance.run();
      System.out.print(CheckTable.text(checks));
      System.exit(checks.stream().allMatch(Check::passed) ? 0 : 1);
    } catch (IOException e) {
      System.err.println("server: " + e.getMessage());
      System.exit(2);
    }
  }

  private List<Check> run() throws IOException, InterruptedException {
    ExecutorService side = Executors.newFixedThreadPool(2);
    try {
      Future<Seen> leaking = side.submit(run("leaks", true, plan.leaking()));
      Future<Seen> healthy = side.submit(run("healthy", false, plan.healthy()));
      double old = plan.leaking().toSeconds() * OLD_SHARE;
      List<Check> checks = new ArrayList<>(Judge.leaking(seen(leaking), old));
      checks.addAll(Judge.healthy(seen(healthy)));
      return checks;
    } finally {
      List<Runnable> unused = side.shutdownNow();
    }
  }

  private Run run(String name, boolean seeded, Duration length) {
    return new Run(jdk, name, seeded, length, plan, settings);
  }

  private static Seen seen(Future<Seen> future) throws IOException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e);
    }
  }
}
