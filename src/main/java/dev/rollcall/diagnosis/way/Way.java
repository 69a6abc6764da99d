package dev.rollcall.diagnosis.way;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way a life went: its steps in order. Thousands of lives go a handful of ways.
 *
 * @param stops the registration first; the end last, if there was one
 * @param sequel what the thread of the last step did next with another resource; {@code null} if
 *     that is not known, and for lives that ended
 * @param owners those whom the steps number from 1 on; none for lives that ended
 */
public record Way(List<Stop> stops, @Nullable Stop sequel, List<Owner> owners) {
  public Way {
    stops = List.copyOf(stops);
    owners = List.copyOf(owners);
  }

  /** A way on which nothing is known of owners. */
  public Way(List<Stop> stops, @Nullable Stop sequel) {
    this(stops, sequel, List.of());
  }

  /** Who owns the reference that a step took; null where that is not known. */
  public @Nullable Owner owner(Stop stop) {
    return stop.owner() == 0 || stop.owner() > owners.size() ? null : owners.get(stop.owner() - 1);
  }
}
