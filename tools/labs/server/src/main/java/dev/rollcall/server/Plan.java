package dev.rollcall.server;

import java.time.Duration;
import java.util.List;

/**
 * How long the depot runs, and how fast it forgets.
 *
 * @param leaking how long with the leaks, before it is asked
 * @param healthy how long without
 * @param restockMillis how often the scheduled job runs
 * @param summaryEvery how often it forgets
 * @param declinedEvery one of how many labels is forgotten
 * @param leaseSeconds how long a lease is expected to live at most
 * @param swing of the load
 */
record Plan(
    Duration leaking,
    Duration healthy,
    int restockMillis,
    Duration summaryEvery,
    int declinedEvery,
    int leaseSeconds,
    Swing swing) {
  private static final double LEAST = 15;
  private static final double MOST = 120;

  /** The rates that the issue of a real server would have: one a minute, one in a hundred. */
  static Plan full(int minutes) {
    return new Plan(
        Duration.ofMinutes(2),
        Duration.ofMinutes(minutes),
        250,
        Duration.ofMinutes(1),
        100,
        45,
        new Swing(LEAST, MOST, 45));
  }

  /** The same in little time: what takes minutes takes seconds. */
  static Plan brief() {
    Duration each = Duration.ofSeconds(30);
    return new Plan(each, each, 50, Duration.ofSeconds(6), 20, 10, new Swing(LEAST, MOST, 12));
  }

  /**
   * The options of the server's JVM. Only of the leases, which leak too seldom to be seen growing,
   * is it said how long they may live.
   */
  List<String> jvmOptions() {
    return List.of("-Drollcall.mode=warn", "-Drollcall.expect=depot.Lease:" + leaseSeconds + "s");
  }

  /** The arguments of the server. */
  List<String> arguments(boolean seeded) {
    return List.of(
        "--depot.faults.seeded=" + seeded,
        "--depot.faults.summary-every=" + summaryEvery.toMillis() + "ms",
        "--depot.faults.declined-every=" + declinedEvery,
        "--depot.restock-millis=" + restockMillis);
  }
}
