package dev.rollcall.analysis.finding;

import dev.rollcall.recording.Site;
import java.util.Comparator;
import java.util.List;

/**
 * Misuses of one kind, of one type, at one site.
 *
 * @param message what one of them said
 * @param resourceIds lowest first, a few; a resource whose id is not known is not among them
 */
public record MisuseFinding(
    String kind, String type, long count, String message, Site site, List<Long> resourceIds) {

  /** The order of reports: the largest first, then by kind, type and site. */
  public static final Comparator<MisuseFinding> LARGEST_FIRST =
      Comparator.comparingLong(MisuseFinding::count)
          .reversed()
          .thenComparing(MisuseFinding::kind)
          .thenComparing(MisuseFinding::type)
          .thenComparing(group -> group.site().frames().toString());

  public MisuseFinding {
    resourceIds = List.copyOf(resourceIds);
  }
}
