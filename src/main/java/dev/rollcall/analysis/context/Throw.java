package dev.rollcall.analysis.context;

import dev.rollcall.common.FrameKind;
import dev.rollcall.common.Frames;
import dev.rollcall.recording.ContextEvent.Thrown;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception that was thrown after a life's last step.
 *
 * @param site where, without the exception's own constructors
 * @param through the innermost method of the program that was running at the last step and still
 *     was when the exception was thrown, at the line it had come to: where a release in a {@code
 *     finally} would have been reached whatever was thrown further in
 */
public record Throw(Thrown event, Site site, StackTraceElement through) {
  /** The innermost frame of the program, or else the innermost. */
  @Nullable StackTraceElement at() {
    return site.frames().stream()
        .filter(FrameKind::isProgram)
        .findFirst()
        .orElse(site.isUnknown() ? null : site.frames().get(0));
  }

  /**
   * The exception, if it can have to do with what was going on at the last step: null without such
   * a method. A pool's or a test engine's is none, for it runs whatever comes next.
   */
  static @Nullable Throw of(Moment lastStep, @Nullable Thrown event) {
    if (event == null) {
      return null;
    }
    Site site = withoutConstructors(event.moment().site(), event.type());
    StackTraceElement through = CommonFrame.of(lastStep.site(), site);
    return through == null ? null : new Throw(event, site, through);
  }

  private static Site withoutConstructors(Site site, String type) {
    List<StackTraceElement> frames = site.frames();
    int start = 0;
    for (int i = 0; i < frames.size() && isOfConstruction(frames.get(i)); i++) {
      // A constructor of the program that throws looks alike, further out.
      start = frames.get(i).getClassName().equals(type) ? i + 1 : start;
    }
    return new Site(Frames.site(frames.subList(start, frames.size())), site.truncated());
  }

  private static boolean isOfConstruction(StackTraceElement frame) {
    return frame.getMethodName().equals("<init>")
        || frame.getClassName().equals("java.lang.Throwable")
        || frame.getClassName().startsWith("jdk.internal.event.");
  }
}
