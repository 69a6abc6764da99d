package dev.rollcall.internal.live;

import dev.rollcall.common.Frames;
import java.util.List;

/**
 * A stack trace as the JVM captures it, not yet resolved: the cheapest site there is. Never thrown.
 */
public final class Trace extends Throwable {
  private static final long serialVersionUID = 1;

  /** Resolves the trace, which costs several times its capture. */
  public List<StackTraceElement> site() {
    return Frames.site(List.of(getStackTrace()));
  }
}
