package dev.rollcall.analysis.age;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * Tells a usual age from one that is overdue.
 *
 * <p>An open resource is overdue when at least a hundred siblings that were registered before it
 * have been released, and it is older than five times the longest life of any released sibling plus
 * ten seconds; time during which no resource of the group was registered any more does not count.
 * The ages of a group are usual when there are at least ten released siblings, and none that is
 * open is more than a second older than the longest-lived of them became.
 *
 * <p>Why so:
 *
 * <ul>
 *   <li>The hundred had at least as much time to become as old as it is. Those registered later had
 *       not: a recording of two minutes knows no longer lives, whatever their number. It also
 *       leaves alone what a program takes when it starts and keeps to its end, for nothing precedes
 *       that.
 *   <li>The longest of a hundred is rarely exceeded, and by five times only where lives differ by
 *       orders of magnitude. {@code AgeRuleTest} counts how often that happens.
 *   <li>Ten seconds, for a pause of the collector makes whatever lives older.
 *   <li>When the load stops, or the whole machine does, idle connections become old and that is all
 *       right: their age is what it was when their group was last in use.
 * </ul>
 *
 * <p>It cannot tell a leak from a second kind of life in the same group that is longer than the
 * recording: so overdue is a notice, and never called a leak.
 */
public final class AgeRule {
  /** Fewer released siblings do not say what is usual. */
  static final int SOME = 10;

  private static final long TIMES = 5;
  private static final long PAUSE = TimeUnit.SECONDS.toMillis(10);
  private static final long SLACK = TimeUnit.SECONDS.toMillis(1);

  private AgeRule() {}

  /**
   * What the ages of open resources say.
   *
   * @param ages in milliseconds, as far as they are known, in any order
   * @param siblings on a clock that shows 0 when the ages were taken
   */
  public static AgeRuling of(long[] ages, SiblingAges siblings) {
    return of(ages, Long.MAX_VALUE, siblings);
  }

  /**
   * As the other, of some of the open ones: it says of them what it says of all.
   *
   * @param others age of the youngest of the others in milliseconds
   */
  public static AgeRuling of(long[] ages, long others, SiblingAges siblings) {
    return of(ages, new long[0], others, siblings);
  }

  /**
   * As the other, with some that are not followed. They are many more than the siblings are of, so
   * that a rare long life is likelier among them: none of them is called overdue.
   *
   * @param unfollowed their ages
   */
  public static AgeRuling of(long[] ages, long[] unfollowed, long others, SiblingAges siblings) {
    Ages summary =
        Ages.of(LongStream.concat(Arrays.stream(ages), Arrays.stream(unfollowed)).toArray());
    Lifetimes lifetimes = siblings.lifetimes().lifetimes();
    if (summary.known() == 0) {
      return new AgeRuling(summary, lifetimes, AgeRuling.Verdict.UNKNOWN, 0);
    }
    long youngest = Math.min(others, summary.youngestMillis());
    long quiet = Math.min(siblings.quietMillis(0), youngest);
    long least = TIMES * lifetimes.longestMillis() + PAUSE + quiet;
    long most = siblings.watchedMillis(0);
    long overdue = Arrays.stream(ages).filter(age -> age > least && age <= most).count();
    return new AgeRuling(summary, lifetimes, verdict(summary, lifetimes, overdue), overdue);
  }

  private static AgeRuling.Verdict verdict(Ages ages, Lifetimes siblings, long overdue) {
    if (overdue > 0) {
      return AgeRuling.Verdict.OVERDUE;
    }
    return siblings.released() >= SOME && ages.oldestMillis() <= siblings.longestMillis() + SLACK
        ? AgeRuling.Verdict.USUAL
        : AgeRuling.Verdict.UNKNOWN;
  }
}
