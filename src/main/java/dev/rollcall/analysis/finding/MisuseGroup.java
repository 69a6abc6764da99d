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
public record MisuseGroup(
    String kind, String type, long count, String message, Site site, List<Long> resourceIds) {

  /** The order of reports: the largest first, then by kind, type and site. */
  public static final Comparator<MisuseGroup> LARGEST_FIRST =
      Comparator.comparingLong(MisuseGroup::count)
          .reversed()
          .thenComparing(MisuseGroup::kind)
          .thenComparing(MisuseGroup::type)
          .thenComparing(group -> group.site().frames().toString());

  public MisuseGroup {
    resourceIds = List.copyOf(resourceIds);
  }
}
