package dev.rollcall.analysis.finding;

import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.recording.Site;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Leaked resources with one fingerprint.
 *
 * @param suspects where the release was probably forgotten, most likely first, at most three
 * @param examples lives: those that no other leak owns first, and of these the lowest ids
 * @param context what the recording says of their threads and tests
 * @param ownership which of them other leaks own, and what they own
 * @param good what a run that is known to be good says of the group; {@code null} where none was
 *     asked
 */
public record LeakFinding(
    LeakOrigin origin,
    LeakCounts counts,
    List<Suspect> suspects,
    List<History> examples,
    Context context,
    Ownership ownership,
    @Nullable Good good) {

  /**
   * What a run that is known to be good says of a group.
   *
   * @param recording what it is called
   * @param released how many resources of the group were released in it, as far as they are known
   *     from beginning to end
   * @param leaked how many leaked in it
   * @param open how many were open when it ended, which is no leak
   * @param overdue how many of those were overdue
   * @param releasedIn the method that released most of them; empty where none was, or it is not
   *     known
   * @param compared whether evidence and ages rest on it, too, for too few were released here
   */
  public record Good(
      String recording,
      long released,
      long leaked,
      long open,
      long overdue,
      String releasedIn,
      boolean compared) {}

  /**
   * The order of reports: the largest first, then by fingerprint. Those that are wholly owned by
   * others come last.
   */
  public static final Comparator<LeakFinding> LARGEST_FIRST =
      Comparator.comparing((LeakFinding group) -> group.direct() == 0)
          .thenComparing(Comparator.comparingLong(LeakFinding::count).reversed())
          .thenComparing(LeakFinding::fingerprint);

  private static final Comparator<LeakFinding> MOST_BYTES_FIRST =
      Comparator.comparing((LeakFinding group) -> group.direct() == 0)
          .thenComparing(Comparator.comparingLong(LeakFinding::bytes).reversed())
          .thenComparing(LARGEST_FIRST);

  /** What makes a group large. */
  public enum By {
    COUNT,
    /** Of equal ones, as those of which the bytes are not known, the more numerous is larger. */
    BYTES;

    /** The order of reports. */
    public Comparator<LeakFinding> largestFirst() {
      return this == COUNT ? LARGEST_FIRST : MOST_BYTES_FIRST;
    }
  }

  public LeakFinding {
    suspects = List.copyOf(suspects);
    examples = List.copyOf(examples);
  }

  /** A group that is compared with no other run. */
  public LeakFinding(
      LeakOrigin origin,
      LeakCounts counts,
      List<Suspect> suspects,
      List<History> examples,
      Context context,
      Ownership ownership) {
    this(origin, counts, suspects, examples, context, ownership, null);
  }

  /** A group of which nothing is known but what leaked. */
  public LeakFinding(LeakOrigin origin, LeakCounts counts) {
    this(origin, counts, List.of(), List.of(), Context.NONE, Ownership.NONE);
  }

  public String fingerprint() {
    return origin.fingerprint();
  }

  public String type() {
    return origin.type();
  }

  /** Where they were registered. */
  public Site site() {
    return origin.site();
  }

  /** All of them, also those known by number only. */
  public long count() {
    return counts.count();
  }

  /** How many something still referenced. */
  public long held() {
    return counts.held();
  }

  /** How many had been collected, so that nobody can release them. */
  public long lost() {
    return counts.lost();
  }

  /** How many had which reference count, where it is known. */
  public SortedMap<Long, Long> refCounts() {
    return counts.refCounts();
  }

  /** Age of the oldest. */
  public long oldestMillis() {
    return counts.oldestMillis();
  }

  /** How many bytes they hold together, as far as that is known; 0 where it is not. */
  public long bytes() {
    return counts.bytes();
  }

  /** How many belong to an owner that leaked, too. */
  public long indirect() {
    return ownership.indirect();
  }

  /** How many belong to nobody that leaked. */
  public long direct() {
    return count() - ownership.indirect();
  }

  /** What the direct ones own. */
  public List<Ownership.Owned> owned() {
    return ownership.owned();
  }

  /** The same group, with what it owns and who owns it. */
  public LeakFinding with(Ownership value) {
    return new LeakFinding(origin, counts, suspects, examples, context, value, good);
  }

  /** The same group, with what the recording says of its threads and tests. */
  public LeakFinding with(Context value) {
    return new LeakFinding(origin, counts, suspects, examples, value, ownership, good);
  }

  /** The same group, with those who may have forgotten the release. */
  public LeakFinding suspecting(List<Suspect> those) {
    return new LeakFinding(origin, counts, those, examples, context, ownership, good);
  }
}
