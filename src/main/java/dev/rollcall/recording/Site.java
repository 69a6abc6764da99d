package dev.rollcall.recording;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where in the program an event happened: its frames, innermost first. */
public record Site(List<StackTraceElement> frames, boolean truncated) {
  /** The site of an event that was recorded without a stack. */
  public static final Site NONE = new Site(List.of(), false);

  public Site {
    frames = List.copyOf(frames);
  }

  /** Whether the event was recorded without a usable stack. */
  public boolean isUnknown() {
    return frames.isEmpty();
  }

  // Written out: what a record has of its own is linked anew at each start.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Site o && frames.equals(o.frames) && truncated == o.truncated);
  }

  @Override
  public int hashCode() {
    return 31 * frames.hashCode() + Boolean.hashCode(truncated);
  }
}
