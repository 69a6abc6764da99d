package dev.rollcall.internal.check;

import dev.rollcall.common.FrameKind;
import dev.rollcall.common.Words;
import java.util.List;

/**
 * Where a step of a resource was taken: its own method, and the program's that called it. The own
 * one is the same for all, so that alone it tells nobody what to mend.
 */
final class Caller {
  private Caller() {}

  /**
   * The innermost frame; and where that is a method of the resource's own, the first of the
   * program's that is not.
   */
  static List<StackTraceElement> frames(List<StackTraceElement> site, Class<?> type) {
    if (site.isEmpty() || !isOwn(site.get(0), type)) {
      return site.stream().limit(1).toList();
    }
    List<StackTraceElement> callers =
        site.stream()
            .skip(1)
            .filter(frame -> FrameKind.isProgram(frame) && !isOwn(frame, type))
            .limit(1)
            .toList();
    return callers.isEmpty() ? List.of(site.get(0)) : List.of(site.get(0), callers.get(0));
  }

  /** The same in half a sentence; empty where no site is known. */
  static String words(List<StackTraceElement> site, Class<?> type) {
    List<StackTraceElement> frames = frames(site, type);
    return switch (frames.size()) {
      case 0 -> "";
      case 1 -> " at " + Words.frame(frames.get(0));
      default -> " at " + Words.frame(frames.get(0)) + ", called by " + Words.frame(frames.get(1));
    };
  }

  private static boolean isOwn(StackTraceElement frame, Class<?> type) {
    String name = frame.getClassName();
    for (Class<?> some = type; some != null && some != Object.class; some = some.getSuperclass()) {
      if (name.equals(some.getName()) || name.startsWith(some.getName() + '$')) {
        return true;
      }
    }
    return false;
  }
}
