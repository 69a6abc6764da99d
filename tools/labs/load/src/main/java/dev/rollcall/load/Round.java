package dev.rollcall.load;

import java.util.Map;

/**
 * All variants, measured once.
 *
 * @param rate the fixed rate of all, in requests per second: half of what the slowest can
 */
record Round(long rate, Map<Variant, Measured> measured) {
  Measured of(Variant variant) {
    Measured found = measured.get(variant);
    if (found == null) {
      throw new IllegalStateException(variant + " was not measured");
    }
    return found;
  }
}
