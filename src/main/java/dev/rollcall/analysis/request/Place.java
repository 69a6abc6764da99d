package dev.rollcall.analysis.request;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Work that something was done in. Two are equal if their works are.
 *
 * @param within the outermost work that it was part of; null where it is that itself
 * @param example what finds it in other tools
 */
record Place(Work work, @Nullable Work within, @Nullable String example) {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Place place
        && place.work.equals(work)
        && Objects.equals(place.within, within);
  }

  @Override
  public int hashCode() {
    return work.hashCode() * 31 + Objects.hashCode(within);
  }
}
