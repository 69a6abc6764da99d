package dev.rollcall.diagnosis.way;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way a life went: its steps in order. Thousands of lives go a handful of ways.
 *
 * @param stops the registration first; the end last, if there was one
 * @param sequel what the thread of the last step did next with another resource; {@code null} if
 *     that is not known, and for lives that ended
 * @param owners those whom the steps number from 1 on; none for lives that ended
 * @param uses whether uses are among the steps, if there were any
 */
public record Way(List<Stop> stops, @Nullable Stop sequel, List<Owner> owners, boolean uses) {
  /** An order that does not depend on which way was met first. */
  public static final Comparator<Way> BY_STEPS = Way::compare;

  public Way {
    stops = List.copyOf(stops);
    owners = List.copyOf(owners);
  }

  /** A way with all that was done. */
  public Way(List<Stop> stops, @Nullable Stop sequel, List<Owner> owners) {
    this(stops, sequel, owners, true);
  }

  /** A way on which nothing is known of owners. */
  public Way(List<Stop> stops, @Nullable Stop sequel) {
    this(stops, sequel, List.of());
  }

  /** The same way, as it looks where uses are not recorded. */
  Way withoutUses() {
    return new Way(stops.stream().filter(stop -> !stop.isUse()).toList(), sequel, owners, false);
  }

  /** Who owns the reference that a step took; null where that is not known. */
  public @Nullable Owner owner(Stop stop) {
    return stop.owner() == 0 || stop.owner() > owners.size() ? null : owners.get(stop.owner() - 1);
  }

  private static int compare(Way one, Way other) {
    int shared = Math.min(one.stops.size(), other.stops.size());
    for (int i = 0; i < shared; i++) {
      int order = Stop.BY_WHAT_AND_WHERE.compare(one.stops.get(i), other.stops.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.stops.size(), other.stops.size());
  }

  // Written out: what a record has of its own is linked anew at each start.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Way o
            && stops.equals(o.stops)
            && Objects.equals(sequel, o.sequel)
            && owners.equals(o.owners)
            && uses == o.uses);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * (31 * stops.hashCode() + Objects.hashCode(sequel)) + owners.hashCode())
        + Boolean.hashCode(uses);
  }
}
