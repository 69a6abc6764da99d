package dev.rollcall.analysis.finding;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something that is missing from a recording; {@code count} is how much, where that is known. */
public record Loss(Kind kind, @Nullable Long count, String sentence) {
  /** What is missing, in one stable word. */
  public enum Kind {
    /** The JVM reported events that it had to drop. */
    DATA_LOSS,
    /** A chunk, or a part of it, cannot be read. */
    CHUNK,
    /** The end of a recording that was not finished. */
    UNFINISHED,
    /** Registrations that the totals count and the recording lacks. */
    REGISTRATIONS,
    /** Releases that the totals count and the recording lacks. */
    UNREGISTRATIONS,
    /** Steps between others of the same resource. */
    STEPS,
    /** Leaks that a check counted and the recording does not name. */
    LEAKS,
    /** Live resources that a checkpoint counted and the recording does not name. */
    CHECKPOINT,
    /** Any word on what lived in the end. */
    VERDICT,
    /** All of it: there is no Rollcall event. */
    NO_EVENTS,
    /** Sense: events of one resource that cannot all be true. */
    CONTRADICTION;

    /** The word that reports print. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
