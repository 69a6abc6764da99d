package dev.rollcall.recording;

import java.util.List;

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
}
