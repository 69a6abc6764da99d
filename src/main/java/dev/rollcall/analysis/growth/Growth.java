package dev.rollcall.analysis.growth;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type, or a group of it, of which ever more are live.
 *
 * @param type class of the resources
 * @param fingerprint the group; {@code null} where it is the type as a whole
 * @param perMinute by how many the number of live ones grows a minute
 * @param overMillis the time over which that was seen
 * @param confidence how sure it is that this is no swing of the load
 * @param ofFollowed whether only those that are followed tell, and not every life is
 */
public record Growth(
    String type,
    @Nullable String fingerprint,
    double perMinute,
    long overMillis,
    Confidence confidence,
    boolean ofFollowed) {
  private static final Comparator<Growth> FASTEST_FIRST =
      Comparator.comparingDouble(Growth::perMinute)
          .reversed()
          .thenComparing(Growth::type)
          .thenComparing(growth -> growth.fingerprint, Comparator.nullsFirst(String::compareTo));

  /** One of which every life tells. */
  public Growth(
      String type,
      @Nullable String fingerprint,
      double perMinute,
      long overMillis,
      Confidence confidence) {
    this(type, fingerprint, perMinute, overMillis, confidence, false);
  }

  /** The same, where only those that are followed tell. */
  public Growth amongFollowed() {
    return new Growth(type, fingerprint, perMinute, overMillis, confidence, true);
  }

  /** How sure it is. */
  public enum Confidence {
    /** Hardly any doubt. */
    HIGH,
    /** Likely. */
    MEDIUM;

    /** The word that reports print. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether the other one is of the same group, or both are of the same type. */
  public boolean isOfSame(Growth other) {
    return key().equals(other.key());
  }

  private List<String> key() {
    return fingerprint == null ? List.of(type) : List.of(type, fingerprint);
  }

  /** Those of several checkers or JVMs added up, the fastest first. */
  public static List<Growth> sum(Collection<Growth> all) {
    Map<List<String>, Growth> sums = new LinkedHashMap<>();
    all.forEach(growth -> sums.merge(growth.key(), growth, Growth::plus));
    return sums.values().stream().sorted(FASTEST_FIRST).toList();
  }

  /** Both grow, so that it is as sure as the surer one that something does. */
  private Growth plus(Growth other) {
    return new Growth(
        type,
        fingerprint,
        perMinute + other.perMinute,
        Math.max(overMillis, other.overMillis),
        confidence.compareTo(other.confidence) <= 0 ? confidence : other.confidence,
        ofFollowed || other.ofFollowed);
  }
}
