package dev.rollcall.gate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rule and what it suppressed.
 *
 * @param taken how many leaked resources of which group, by fingerprint; empty for an unused rule
 */
public record Suppressed(Rule rule, SortedMap<String, Long> taken) {
  public Suppressed {
    taken = Collections.unmodifiableSortedMap(new TreeMap<>(taken));
  }

  /** How many groups it suppressed, wholly or in part. */
  public long groups() {
    return taken.size();
  }

  /** How many leaked resources it suppressed. */
  public long resources() {
    return taken.values().stream().mapToLong(Long::longValue).sum();
  }
}
