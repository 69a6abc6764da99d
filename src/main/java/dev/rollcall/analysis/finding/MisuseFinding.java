package dev.rollcall.analysis.finding;

import dev.rollcall.diagnosis.Difference;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.recording.Site;
import java.util.Comparator;
import java.util.List;

/**
 * Misuses of one kind, of one type, at one site.
 *
 * @param message what one of them said
 * @param resourceIds lowest first, a few; a resource whose id is not known is not among them
 * @param lives what is known of the lives that were misused
 */
public record MisuseFinding(
    String kind,
    String type,
    long count,
    String message,
    Site site,
    List<Long> resourceIds,
    Lives lives) {

  /** The order of reports: the largest first, then by kind, type and site. */
  public static final Comparator<MisuseFinding> LARGEST_FIRST =
      Comparator.comparingLong(MisuseFinding::count)
          .reversed()
          .thenComparing(MisuseFinding::kind)
          .thenComparing(MisuseFinding::type)
          .thenComparing(group -> group.site().frames().toString());

  /**
   * The lives that were misused, as far as the recordings have them.
   *
   * @param suspects who may have ended them too early, most likely first, at most three; nobody for
   *     what was not misused after its end
   * @param compared how many are compared with their released siblings
   * @param siblings how many those are
   * @param differences which steps only one side has, those of most lives first
   * @param examples some of them, lowest ids first
   */
  public record Lives(
      List<Suspect> suspects,
      long compared,
      long siblings,
      List<Difference> differences,
      List<History> examples) {
    /** Nothing is known of them. */
    public static final Lives UNKNOWN = new Lives(List.of(), 0, 0, List.of(), List.of());

    public Lives {
      suspects = List.copyOf(suspects);
      differences = List.copyOf(differences);
      examples = List.copyOf(examples);
    }

    /** Some of them alone. */
    public Lives(List<History> examples) {
      this(List.of(), 0, 0, List.of(), examples);
    }
  }

  public MisuseFinding {
    resourceIds = List.copyOf(resourceIds);
  }

  /** Misuses of lives of which nothing else is known. */
  public MisuseFinding(
      String kind, String type, long count, String message, Site site, List<Long> resourceIds) {
    this(kind, type, count, message, site, resourceIds, Lives.UNKNOWN);
  }

  /** The same, with what is known of the lives. */
  public MisuseFinding with(Lives value) {
    return new MisuseFinding(kind, type, count, message, site, resourceIds, value);
  }
}
