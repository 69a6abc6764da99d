package dev.rollcall.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way a life went: its steps in order. Thousands of lives go a handful of ways.
 *
 * @param stops the registration first; the end last, if there was one
 * @param sequel what the thread of the last step did next with another resource; {@code null} if
 *     that is not known, and for lives that ended
 */
public record Way(List<Stop> stops, @Nullable Stop sequel) {
  public Way {
    stops = List.copyOf(stops);
  }
}
