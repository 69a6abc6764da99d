package dev.rollcall.analysis.finding;

/**
 * The numbers of all checkers together.
 *
 * @param registered since the checkers were made, exact if a check or checkpoint tells, else what
 *     was recorded
 * @param unregistered likewise
 * @param leaked resources with the verdict leaked, also those known by number only
 * @param open resources with the verdict open, also those known by number only
 * @param unknown resources with the verdict unknown
 * @param misused misuses, not resources: one may be misused twice
 * @param ignored wanted immortals among the live
 */
public record FindingTotals(
    long registered,
    long unregistered,
    long leaked,
    long open,
    long unknown,
    long misused,
    long ignored) {
  /** Nothing at all. */
  public static final FindingTotals NONE = new FindingTotals(0, 0, 0, 0, 0, 0, 0);

  /** The same numbers, but for leaks and misuses, of which there are none. */
  public FindingTotals withoutLeaks() {
    return new FindingTotals(registered, unregistered, 0, open, unknown, 0, ignored);
  }

  /** The numbers of both. */
  public FindingTotals plus(FindingTotals other) {
    return new FindingTotals(
        registered + other.registered,
        unregistered + other.unregistered,
        leaked + other.leaked,
        open + other.open,
        unknown + other.unknown,
        misused + other.misused,
        ignored + other.ignored);
  }
}
