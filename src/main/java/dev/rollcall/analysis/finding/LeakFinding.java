package dev.rollcall.analysis.finding;

import dev.rollcall.analysis.age.Spread;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.match.Tracks;
import dev.rollcall.recording.Site;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
 * @param estimate how those that are not followed divide into groups; {@code null} where their
 *     group is known, or nothing tells
 * @param contrast how they differ from released siblings, to be looked at
 */
public record LeakFinding(
    LeakOrigin origin,
    LeakCounts counts,
    List<Suspect> suspects,
    List<History> examples,
    Context context,
    Ownership ownership,
    @Nullable Good good,
    @Nullable Estimate estimate,
    Contrast contrast) {

  /**
   * Leaked resources beside released siblings, as pictures show them.
   *
   * @param tracks the ways of those that no other one owns
   * @param ages how old they are, as far as that is known one by one
   * @param lifetimes how old the siblings became
   */
  public record Contrast(Tracks tracks, Spread ages, Spread lifetimes) {
    /** Nothing is known. */
    public static final Contrast NONE = new Contrast(Tracks.NONE, Spread.NONE, Spread.NONE);

    /** Whether nothing is known. */
    public boolean isEmpty() {
      return tracks.isEmpty() && ages.isEmpty() && lifetimes.isEmpty();
    }
  }

  /**
   * How the resources of a group whose site is not known divide into those of their type whose site
   * is known, if they are as those that are followed. The basis says of how many that is known.
   *
   * @param of how many are divided
   * @param from how many that are followed it rests on
   * @param shares the largest first; they add up to all
   */
  public record Estimate(Basis basis, long of, long from, List<Share> shares) {
    private static final Comparator<Share> LARGEST_SHARE_FIRST =
        Comparator.comparingLong(Share::count).reversed().thenComparing(Share::fingerprint);

    /** What the followed ones are. */
    public enum Basis {
      /** The same: leaked, or open. */
      ALIKE,
      /** Released, for none that is followed is like them. */
      RELEASED;

      /** The word that reports print. */
      public String word() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    /** About how many are of a group; {@code at}: where it is registered, if that is known. */
    public record Share(String fingerprint, @Nullable StackTraceElement at, long count) {
      private Share plus(Share other) {
        return new Share(fingerprint, at == null ? other.at : at, count + other.count);
      }
    }

    public Estimate {
      shares = shares.stream().sorted(LARGEST_SHARE_FIRST).toList();
    }

    /** Both added up. */
    public Estimate plus(Estimate other) {
      Map<String, Share> sum = new TreeMap<>();
      shares.forEach(share -> sum.put(share.fingerprint(), share));
      other.shares.forEach(share -> sum.merge(share.fingerprint(), share, Share::plus));
      return new Estimate(
          basis == other.basis ? basis : Basis.RELEASED,
          of + other.of,
          from + other.from,
          List.copyOf(sum.values()));
    }
  }

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
   * The order of reports: the largest first, then by fingerprint. Those whose site is not known,
   * for they are not followed, come after the others, and those that are wholly owned by others
   * last.
   */
  public static final Comparator<LeakFinding> LARGEST_FIRST =
      Comparator.comparing((LeakFinding group) -> group.direct() == 0)
          .thenComparing(LeakFinding::isUnplaced)
          .thenComparing(Comparator.comparingLong(LeakFinding::count).reversed())
          .thenComparing(LeakFinding::fingerprint);

  private static final Comparator<LeakFinding> MOST_BYTES_FIRST =
      Comparator.comparing((LeakFinding group) -> group.direct() == 0)
          .thenComparing(LeakFinding::isUnplaced)
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

  /** A group that is beside no other. */
  public LeakFinding(
      LeakOrigin origin,
      LeakCounts counts,
      List<Suspect> suspects,
      List<History> examples,
      Context context,
      Ownership ownership,
      @Nullable Good good,
      @Nullable Estimate estimate) {
    this(origin, counts, suspects, examples, context, ownership, good, estimate, Contrast.NONE);
  }

  /** A group of which there is nothing to estimate. */
  public LeakFinding(
      LeakOrigin origin,
      LeakCounts counts,
      List<Suspect> suspects,
      List<History> examples,
      Context context,
      Ownership ownership,
      @Nullable Good good) {
    this(origin, counts, suspects, examples, context, ownership, good, null);
  }

  /** A group that is compared with no other run. */
  public LeakFinding(
      LeakOrigin origin,
      LeakCounts counts,
      List<Suspect> suspects,
      List<History> examples,
      Context context,
      Ownership ownership) {
    this(origin, counts, suspects, examples, context, ownership, null, null);
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

  /** How many of those that are known one by one are not followed. */
  public long unfollowed() {
    return counts.unfollowed();
  }

  /** How many may be told of by their steps: all but those that are not followed. */
  public long followed() {
    return count() - unfollowed();
  }

  /** Whether they are not followed and so nothing says where they were registered. */
  public boolean isUnplaced() {
    return origin.site().isUnknown() && (unfollowed() > 0 || estimate != null);
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
    return new LeakFinding(
        origin, counts, suspects, examples, context, value, good, estimate, contrast);
  }

  /** The same group, with what the recording says of its threads and tests. */
  public LeakFinding with(Context value) {
    return new LeakFinding(
        origin, counts, suspects, examples, value, ownership, good, estimate, contrast);
  }

  /** The same group, with those who may have forgotten the release. */
  public LeakFinding suspecting(List<Suspect> those) {
    return new LeakFinding(
        origin, counts, those, examples, context, ownership, good, estimate, contrast);
  }

  /** The same group, with other example lives. */
  public LeakFinding showing(List<History> lives) {
    return new LeakFinding(
        origin, counts, suspects, lives, context, ownership, good, estimate, contrast);
  }

  /** The same group, with how it divides. */
  public LeakFinding with(Estimate value) {
    return new LeakFinding(
        origin, counts, suspects, examples, context, ownership, good, value, contrast);
  }

  /** The same group, with how it differs from released siblings. */
  public LeakFinding with(Contrast value) {
    return new LeakFinding(
        origin, counts, suspects, examples, context, ownership, good, estimate, value);
  }
}
