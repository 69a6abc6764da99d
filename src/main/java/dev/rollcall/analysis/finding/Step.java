package dev.rollcall.analysis.finding;

import dev.rollcall.recording.Moment;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of a history; {@code refCount} and {@code sequence} where the step has them. An
 * exception or the end of a thread is no step of the resource's own: it followed its last.
 */
public record Step(
    Kind kind,
    Moment moment,
    @Nullable Long refCount,
    @Nullable Integer sequence,
    @Nullable String note) {
  /** What happened. */
  public enum Kind {
    REGISTER,
    RETAIN,
    RELEASE,
    TOUCH,
    USE,
    MISUSE,
    LOST,
    EXCEPTION,
    THREAD_END,
    UNREGISTER,
    LEAK;

    /** The word that reports print. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
