package dev.rollcall.analysis.context;

import dev.rollcall.common.FrameKind;
import dev.rollcall.common.Frames;
import dev.rollcall.diagnosis.way.HandOver;
import dev.rollcall.recording.ContextEvent.Thrown;
import dev.rollcall.recording.LifecycleEvent.Step;
import dev.rollcall.recording.LifecycleEvent.Touched;
import dev.rollcall.recording.LifecycleEvent.Used;
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
 * @param caller who called that, where it is a constructor: its object never came to be, and who
 *     gave it the resource has it still; null where it is none
 * @param again whether {@code through} had made the call that threw before, at the last step
 * @param far whether many methods had returned between the last step and it, as far as is known
 * @param made how often the exception was made in this place in all; 0 where that is not known
 */
public record Throw(
    Thrown event,
    Site site,
    StackTraceElement through,
    @Nullable StackTraceElement caller,
    boolean again,
    boolean far,
    long made) {
  /** As many as a person would look at. */
  private static final int MOST = 8;

  /** The innermost frame of the program, or else the innermost. */
  @Nullable StackTraceElement at() {
    return site.frames().stream()
        .filter(FrameKind::isProgram)
        .findFirst()
        .orElse(site.isUnknown() ? null : site.frames().get(0));
  }

  /** The methods of the program that it came through on its way there, the innermost first. */
  List<StackTraceElement> passed() {
    return site.frames().stream()
        .limit(Math.max(0, site.frames().indexOf(through)))
        .filter(FrameKind::isProgram)
        .limit(MOST)
        .toList();
  }

  /** All methods of the program on its stack, the innermost first. */
  List<StackTraceElement> stack() {
    return site.frames().stream().filter(FrameKind::isProgram).toList();
  }

  /** The methods of the program that had called for that one, the innermost first. */
  List<StackTraceElement> outside() {
    return site.frames().stream()
        .skip(site.frames().indexOf(through) + 1L)
        .filter(frame -> FrameKind.isProgram(frame) && !CommonFrame.isConstructor(frame))
        .limit(MOST)
        .toList();
  }

  /**
   * The exception, if it can have to do with what was going on at the last step: null without such
   * a method. A pool's or a test engine's is none, for it runs whatever comes next.
   */
  static @Nullable Throw of(Step lastStep, @Nullable Thrown event, long made) {
    if (event == null) {
      return null;
    }
    Site site = withoutConstructors(event.moment().site(), event.type());
    StackTraceElement through = CommonFrame.of(lastStep.moment().site(), site, given(lastStep));
    return through == null
        ? null
        : new Throw(
            event,
            site,
            through,
            caller(site, through),
            CommonFrame.isAnotherTurn(lastStep.moment().site(), site, through),
            CommonFrame.isFar(lastStep.moment().site(), site),
            made);
  }

  private static CommonFrame.Given given(Step step) {
    if (step instanceof Touched touched) {
      String note = touched.note();
      return new CommonFrame.Given(HandOver.receiver(note), !HandOver.is(note));
    }
    return new CommonFrame.Given(null, step instanceof Used);
  }

  private static @Nullable StackTraceElement caller(Site site, StackTraceElement through) {
    if (!CommonFrame.isConstructor(through)) {
      return null;
    }
    return site.frames().stream()
        .skip(site.frames().indexOf(through) + 1L)
        .filter(frame -> FrameKind.isProgram(frame) && !CommonFrame.isConstructor(frame))
        .findFirst()
        .orElse(null);
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
