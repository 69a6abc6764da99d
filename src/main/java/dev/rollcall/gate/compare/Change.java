package dev.rollcall.gate.compare;

import dev.rollcall.gate.Key;
import dev.rollcall.recording.Site;
import java.util.Locale;

/**
 * A group that is not as it was.
 *
 * @param type the class of its resources; empty where it is not known
 * @param before how many there were
 * @param after how many there are
 */
public record Change(Key key, String type, Site site, long before, long after) {
  /** What has become of a group. */
  public enum Kind {
    NEW,
    GROWN,
    SHRUNK,
    GONE;

    /** The word that reports print. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What has become of it. */
  public Kind kind() {
    if (before == 0) {
      return Kind.NEW;
    }
    if (after == 0) {
      return Kind.GONE;
    }
    return after > before ? Kind.GROWN : Kind.SHRUNK;
  }

  /** By how many it has changed. */
  long size() {
    return Math.abs(after - before);
  }
}
