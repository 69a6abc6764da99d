package dev.rollcall.load;

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

  /** Everything once, and hardly warm: it shows that all of it works, and measures nothing. */
  static Plan brief() {
    return new Plan(
        List.of(Protocol.values()),
        List.of(Variant.values()),
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
}
