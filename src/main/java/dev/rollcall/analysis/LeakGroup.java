package dev.rollcall.analysis;

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
 * @param examples lives, lowest resource ids first
 * @param context what the recording says of their threads and tests
 */
public record LeakGroup(
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

  /** The order of reports: the largest first, then by fingerprint. */
  public static final Comparator<LeakGroup> LARGEST_FIRST =
      Comparator.comparingLong(LeakGroup::count).reversed().thenComparing(LeakGroup::fingerprint);

  public LeakGroup {
    refCounts = Collections.unmodifiableSortedMap(new TreeMap<>(refCounts));
    suspects = List.copyOf(suspects);
    examples = List.copyOf(examples);
  }

  /** A group of which nothing is known but what leaked. */
  public LeakGroup(
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
}
