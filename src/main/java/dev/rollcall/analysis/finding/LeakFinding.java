package dev.rollcall.analysis.finding;

import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.recording.Site;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Leaked resources with one fingerprint.
 *
 * @param count all of them, also those known by number only
 * @param held how many something still referenced
 * @param lost how many had been collected, so that nobody can release them
 * @param refCounts how many had which reference count, where it is known
 * @param oldestMillis age of the oldest
 * @param suspects where the release was probably forgotten, most likely first, at most three
 * @param examples lives: those that no other leak owns first, and of these the lowest ids
 * @param context what the recording says of their threads and tests
 * @param ownership which of them other leaks own, and what they own
 */
public record LeakFinding(
    String fingerprint,
    String type,
    long count,
    long held,
    long lost,
    SortedMap<Long, Long> refCounts,
    long oldestMillis,
    Site site,
    List<Suspect> suspects,
    List<History> examples,
    Context context,
    Ownership ownership) {

  /**
   * The order of reports: the largest first, then by fingerprint. Those that are wholly owned by
   * others come last.
   */
  public static final Comparator<LeakFinding> LARGEST_FIRST =
      Comparator.comparing((LeakFinding group) -> group.direct() == 0)
          .thenComparing(Comparator.comparingLong(LeakFinding::count).reversed())
          .thenComparing(LeakFinding::fingerprint);

  public LeakFinding {
    refCounts = Collections.unmodifiableSortedMap(new TreeMap<>(refCounts));
    suspects = List.copyOf(suspects);
    examples = List.copyOf(examples);
  }

  /** A group of which nothing is known but what leaked. */
  public LeakFinding(
      String fingerprint,
      String type,
      long count,
      long held,
      long lost,
      SortedMap<Long, Long> refCounts,
      long oldestMillis,
      Site site,
      List<History> examples) {
    this(
        fingerprint,
        type,
        count,
        held,
        lost,
        refCounts,
        oldestMillis,
        site,
        List.of(),
        examples,
        Context.NONE);
  }

  /** A group that owns nothing, and that nobody owns. */
  public LeakFinding(
      String fingerprint,
      String type,
      long count,
      long held,
      long lost,
      SortedMap<Long, Long> refCounts,
      long oldestMillis,
      Site site,
      List<Suspect> suspects,
      List<History> examples,
      Context context) {
    this(
        fingerprint,
        type,
        count,
        held,
        lost,
        refCounts,
        oldestMillis,
        site,
        suspects,
        examples,
        context,
        Ownership.NONE);
  }

  /** How many belong to an owner that leaked, too. */
  public long indirect() {
    return ownership.indirect();
  }

  /** How many belong to nobody that leaked. */
  public long direct() {
    return count - ownership.indirect();
  }

  /** What the direct ones own. */
  public List<Ownership.Owned> owned() {
    return ownership.owned();
  }

  /** The same group, with what it owns and who owns it. */
  public LeakFinding with(Ownership value) {
    return new LeakFinding(
        fingerprint,
        type,
        count,
        held,
        lost,
        refCounts,
        oldestMillis,
        site,
        suspects,
        examples,
        context,
        value);
  }

  /** The same group, with those who may have forgotten the release. */
  public LeakFinding suspecting(List<Suspect> those) {
    return new LeakFinding(
        fingerprint,
        type,
        count,
        held,
        lost,
        refCounts,
        oldestMillis,
        site,
        those,
        examples,
        context,
        ownership);
  }
}
