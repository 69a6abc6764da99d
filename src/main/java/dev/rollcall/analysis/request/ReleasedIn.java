package dev.rollcall.analysis.request;

import java.util.HashMap;
import java.util.Map;

/**
 * In which requests the released resources of a group were registered.
 *
 * @param told whether the recording tells of requests at all
 * @param released how many there are, also those of which it is not known
 */
public record ReleasedIn(boolean told, Map<RequestName, Long> requests, long released) {
  /** Nothing is told. */
  public static final ReleasedIn NONE = new ReleasedIn(false, Map.of(), 0);

  /** There are requests, and of the group none was released. */
  public static final ReleasedIn NOBODY = new ReleasedIn(true, Map.of(), 0);

  public ReleasedIn {
    requests = Map.copyOf(requests);
  }

  /** Both added up. */
  public ReleasedIn plus(ReleasedIn other) {
    Map<RequestName, Long> sum = new HashMap<>(requests);
    other.requests.forEach((name, count) -> sum.merge(name, count, Long::sum));
    return new ReleasedIn(told || other.told, sum, released + other.released);
  }
}
