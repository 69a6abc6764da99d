package dev.rollcall.gate;

import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.MisuseFinding;
import java.util.List;
import java.util.Map;

/**
 * What a baseline knows already.
 *
 * @param leaks groups that do not count, as they are now
 * @param misuses likewise
 * @param before how many of each group the baseline has, also of those that count because they have
 *     grown
 */
public record Known(List<LeakFinding> leaks, List<MisuseFinding> misuses, Map<Key, Long> before) {
  public Known {
    leaks = List.copyOf(leaks);
    misuses = List.copyOf(misuses);
    before = Map.copyOf(before);
  }

  /** Leaked resources that do not count. */
  public long leaked() {
    return Parts.leaked(leaks);
  }

  /** Misuses that do not count. */
  public long misused() {
    return Parts.misused(misuses);
  }

  /** How many the baseline has of a group. */
  public long before(Key key) {
    return before.getOrDefault(key, 0L);
  }
}
