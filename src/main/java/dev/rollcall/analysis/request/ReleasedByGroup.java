package dev.rollcall.analysis.request;

import java.util.HashMap;
import java.util.Map;

/** In which requests the released siblings of each group were registered. */
public final class ReleasedByGroup {
  private final Map<String, ReleasedIn> groups = new HashMap<>();

  /** None yet. */
  public ReleasedByGroup() {}

  /** Takes those of a checker, by fingerprint. */
  public void addAll(Map<String, ReleasedIn> released) {
    released.forEach((fingerprint, in) -> groups.merge(fingerprint, in, ReleasedIn::plus));
  }

  /** Those of a group. */
  public ReleasedIn of(String fingerprint) {
    return groups.getOrDefault(fingerprint, groups.isEmpty() ? ReleasedIn.NONE : ReleasedIn.NOBODY);
  }
}
