package dev.rollcall.analysis.growth;

import org.jspecify.annotations.Nullable;

/**
 * A type, or a group of it, of which ever more are live.
 *
 * @param type class of the resources
 * @param fingerprint the group; {@code null} where it is the type as a whole
 * @param perMinute by how many the number of live ones grows a minute
 * @param overMillis the time over which that was seen
 * @param confidence how sure it is that this is no swing of the load
 */
public record Growth(
    String type,
    @Nullable String fingerprint,
    double perMinute,
    long overMillis,
    Confidence confidence) {
  /** How sure it is. */
  public enum Confidence {
    /** Hardly any doubt. */
    HIGH,
    /** Likely. */
    MEDIUM
  }
}
