package dev.rollcall.analysis.age;

/**
 * The ages of open resources beside the lifetimes of their released siblings.
 *
 * @param ages of the open ones
 * @param siblings of the released ones of the same group
 * @param verdict what follows
 * @param overdue how many are overdue
 */
public record AgeRuling(Ages ages, Lifetimes siblings, Verdict verdict, long overdue) {
  /** Nothing is known. */
  public static final AgeRuling UNKNOWN =
      new AgeRuling(Ages.NONE, Lifetimes.NONE, Verdict.UNKNOWN, 0);

  /** Both together: the graver verdict stands. */
  public AgeRuling plus(AgeRuling other) {
    return new AgeRuling(
        ages.plus(other.ages),
        siblings.plus(other.siblings),
        other.verdict.compareTo(verdict) > 0 ? other.verdict : verdict,
        overdue + other.overdue);
  }

  /** What the ages say. */
  public enum Verdict {
    /** None is much older than released siblings became: normal flight. */
    USUAL,
    /**
     * Some are older than any released sibling became by more than a second, or there are too few
     * siblings to tell.
     */
    UNKNOWN,
    /** Some are far older than any of many released siblings became, or than the program allows. */
    OVERDUE
  }
}
