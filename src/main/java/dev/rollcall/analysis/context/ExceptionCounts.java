package dev.rollcall.analysis.context;

import dev.rollcall.recording.Site;
import java.util.IdentityHashMap;

/**
 * How often an exception was made in each place, with the same callers: one that follows the
 * healthy as often as the leaked is no evidence. Beyond a number of places no further ones are
 * counted; of these nothing is known.
 */
final class ExceptionCounts {
  private static final int MOST = 1 << 14;

  // A reading has each site once.
  private final IdentityHashMap<Site, Long> made = new IdentityHashMap<>();

  void add(Site site) {
    add(site, 1);
  }

  private void add(Site site, long times) {
    if (made.size() < MOST || made.containsKey(site)) {
      made.merge(site, times, Long::sum);
    }
  }

  void addAll(ExceptionCounts other) {
    other.made.forEach(this::add);
  }

  /** How often; 0 where that is not known. */
  long at(Site site) {
    return made.getOrDefault(site, 0L);
  }
}
