package dev.rollcall.analysis.context;

import dev.rollcall.recording.Site;
import java.util.List;

/**
 * Throwables that nobody throws because something failed: libraries make some to know a stack, and
 * some, made once, to tell those who still wait that a channel is closed. That one was made says
 * nothing.
 */
final class NoFailure {
  private static final List<String> KEEP_A_STACK =
      List.of(
          "TraceRecord", "Snapshot", "CallStack", "CallSite", "StackTrace", "AssemblyException");

  private NoFailure() {}

  /** Whether an exception of a class, made in a place, is of this sort. */
  static boolean is(String type, Site site) {
    return isNamedSo(type) || isOfLinking(site);
  }

  /** The JDK looks for methods by trying, and catches what comes of it. */
  private static boolean isOfLinking(Site site) {
    for (StackTraceElement frame : site.frames()) {
      if (!frame.getMethodName().equals("<init>")) {
        return frame.getClassName().startsWith("java.lang.invoke.");
      }
    }
    return false;
  }

  private static boolean isNamedSo(String type) {
    return KEEP_A_STACK.stream().anyMatch(type::endsWith)
        || (type.contains("Stackless") && type.contains("Closed"));
  }
}
