package dev.rollcall.internal.live;

import dev.rollcall.common.FrameKind;
import dev.rollcall.event.StepKind;
import java.lang.StackWalker.StackFrame;
import org.jspecify.annotations.Nullable;

/**
 * A step of a life that is kept in memory while a test runs.
 *
 * @param count the resulting count; negative where it is not known
 * @param nanos when, by {@link System#nanoTime}
 * @param frame the innermost frame of the program
 */
public record KeptStep(
    StepKind kind,
    long count,
    @Nullable String note,
    String thread,
    long nanos,
    @Nullable StackTraceElement frame) {
  private static final StackWalker WALKER = StackWalker.getInstance();

  /** A step that the calling thread takes now. */
  static KeptStep now(StepKind kind, long count, @Nullable String note) {
    StackTraceElement frame =
        WALKER.walk(
            frames ->
                frames
                    .filter(one -> FrameKind.isProgram(one.getClassName()))
                    .findFirst()
                    .map(StackFrame::toStackTraceElement) // a StackFrame keeps its class
                    .orElse(null));
    return new KeptStep(kind, count, note, ThreadName.current(), System.nanoTime(), frame);
  }
}
