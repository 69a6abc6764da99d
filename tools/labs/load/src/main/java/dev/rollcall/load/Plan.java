package dev.rollcall.load;

import dev.rollcall.load.client.ClientMain;
import java.util.List;

/**
 * What is measured, how often, and how long.
 *
 * @param seconds how long a variant is measured in the closed loop; at the fixed rate half as long
 */
record Plan(
    List<Protocol> protocols,
    List<Variant> variants,
    int rounds,
    double seconds,
    double minWarmUpSeconds,
    double maxWarmUpSeconds,
    Recordings recordings) {
  private static final double MIN_WARM_UP_SECONDS = 6;
  private static final double MAX_WARM_UP_SECONDS = 12;
  private static final double SHORT_SECONDS = 0.5;
  private static final double SHORT_WARM_UP_SECONDS = 0.5;

  /** A server's start, what it takes beyond the least to get warm, and its end. */
  private static final double AROUND_SECONDS = 5.5;

  private static final double SHORT_AROUND_SECONDS = 2;

  static Plan full(List<Protocol> protocols, List<Variant> variants, int rounds, double seconds) {
    return new Plan(
        protocols,
        variants,
        rounds,
        seconds,
        MIN_WARM_UP_SECONDS,
        MAX_WARM_UP_SECONDS,
        Recordings.DELETED);
  }

  /**
   * All of a whole run once, and hardly warm: it shows that all of it works, and measures nothing.
   */
  static Plan brief() {
    return new Plan(
        List.of(Protocol.values()),
        Variant.ofWholeRun(),
        1,
        SHORT_SECONDS,
        SHORT_WARM_UP_SECONDS,
        SHORT_WARM_UP_SECONDS,
        Recordings.REPORTED);
  }

  boolean isBrief() {
    return recordings == Recordings.REPORTED;
  }

  double secondsAtRate() {
    return seconds / 2;
  }

  int servers() {
    return protocols.size() * variants.size();
  }

  /** How long all of it takes, more or less. */
  double expectedSeconds() {
    double warmUp =
        minWarmUpSeconds * (1 + ClientMain.SETTLING_SECONDS / ServerProcess.SLICE_SECONDS);
    double round = seconds + secondsAtRate() + 2 * ClientMain.SETTLING_SECONDS;
    double around = isBrief() ? SHORT_AROUND_SECONDS : AROUND_SECONDS;
    return servers() * (around + warmUp + rounds * round);
  }
}
