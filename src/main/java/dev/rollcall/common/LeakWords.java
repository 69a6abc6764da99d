package dev.rollcall.common;

import java.util.List;
import java.util.Locale;

/** What is said of leaks in the report at exit and in that of a recording alike. */
public final class LeakWords {
  /** What the reader of {@link #collector} has to know, said once in a report. */
  public static final String COLLECTOR_NOTICE =
      "What the garbage collector had taken by then may differ from run to run";

  /** What a report says instead of clean where Rollcall was on and nothing used it. */
  public static final String NEVER_REGISTERED = "0 resources were ever registered";

  /** What to do about {@link #NEVER_REGISTERED}. */
  public static final String WHERE_TO_REGISTER =
      "check that the program registers its resources, or that an adapter is in use (a wrapped"
          + " DataSource or allocator, or Netty's hook)";

  private LeakWords() {}

  /** What a program and a test run say where Rollcall was switched on and nothing used it. */
  public static String nothingChecked() {
    return String.join(
        System.lineSeparator(),
        Paragraph.of(
            "Rollcall: ",
            NEVER_REGISTERED + ", so nothing was checked; " + WHERE_TO_REGISTER + '.',
            "    "));
  }

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

  /** What begins the list of resources that only the collector released. */
  public static String byCollector(long count) {
    return Words.count(count, "resource was", "resources were")
        + " released by a cleaner or finalizer, not by the program (not counted as leaks):";
  }

  /** A line of that list. */
  public static String byCollector(long count, String type, List<StackTraceElement> site) {
    String where =
        site.stream()
            .filter(FrameKind::isProgram)
            .findFirst()
            .map(frame -> ", registered at " + Words.frame(frame))
            .orElse("");
    return String.format(Locale.ROOT, "%,d x %s%s", count, Printable.of(Words.type(type)), where);
  }

  /** What ends a list of which only the beginning is told. */
  public static String moreGroups(int groups) {
    return "and " + Words.count(groups, "more group");
  }

  /**
   * What the collector has made of leaked resources: so many reachable, so many collected. A
   * notice, so it stands behind all that does not depend on when the collector ran.
   */
  public static String collector(long reachable, long collected) {
    String reach =
        collected == 0
            ? "reachable"
            : reachable == 0
                ? "collected before release"
                : String.format(
                    Locale.ROOT,
                    "%,d reachable and %,d collected before release",
                    reachable,
                    collected);
    return "collector: " + reach;
  }
}
