package dev.rollcall.common;

import java.util.Locale;

/** What is said of leaks in the report at exit and in that of a recording alike. */
public final class LeakWords {
  private LeakWords() {}

  /** For a run of which nothing can be said. */
  public static final String NOTHING_REGISTERED =
      "0 resources were ever registered, so nothing was checked";

  /** The beginning of a headline. */
  public static String neverReleased(long leaked, long registered) {
    return String.format(
        Locale.ROOT,
        "%,d of %,d registered resources %s never released",
        leaked,
        registered,
        leaked == 1 ? "was" : "were");
  }

  /** For a headline: how many of all leaks other leaks own; empty where none is owned. */
  public static String indirect(long indirect) {
    return indirect == 0
        ? ""
        : String.format(Locale.ROOT, ", %,d of them owned by other leaks", indirect);
  }

  /** How many of a group other leaks own, to be appended; empty where none is owned. */
  public static String directness(long direct, long indirect) {
    return indirect == 0
        ? ""
        : String.format(Locale.ROOT, ", %,d direct and %,d owned by other leaks", direct, indirect);
  }

  /** What the collector has made of leaked resources: so many reachable, so many collected. */
  public static String reach(long reachable, long collected) {
    if (collected == 0) {
      return "reachable";
    }
    return reachable == 0
        ? "collected before release"
        : String.format(
            Locale.ROOT, "%,d reachable and %,d collected before release", reachable, collected);
  }
}
