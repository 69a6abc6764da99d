package dev.rollcall.internal.live;

import dev.rollcall.common.Frames;
import java.util.List;

/**
 * A stack trace as the JVM captures it, not yet resolved: the cheapest site there is. Never thrown.
 * It keeps the classes of its frames from being unloaded; what it resolves to are names.
 */
public final class Trace extends Throwable implements Quarantine.Place {
  private static final long serialVersionUID = 1;

  /** Resolves the trace, which costs several times its capture. */
  @Override
  public List<StackTraceElement> site() {
    return Frames.site(List.of(getStackTrace()));
  }
}
