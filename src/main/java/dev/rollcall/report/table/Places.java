package dev.rollcall.report.table;

import dev.rollcall.common.SiteText;
import dev.rollcall.recording.Site;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Frames and stacks as values. */
final class Places {
  private Places() {}

  /** What a frame says, where there is one. */
  static <T> Sheet.Value<T> of(
      Function<T, @Nullable StackTraceElement> frame, Sheet.Value<StackTraceElement> value) {
    return thing -> {
      StackTraceElement known = frame.apply(thing);
      return known == null ? null : value.of(known);
    };
  }

  static String className(StackTraceElement frame) {
    return frame.getClassName();
  }

  static String method(StackTraceElement frame) {
    return frame.getMethodName();
  }

  static @Nullable String file(StackTraceElement frame) {
    return frame.getFileName();
  }

  static @Nullable Long line(StackTraceElement frame) {
    return frame.getLineNumber() < 0 ? null : (long) frame.getLineNumber();
  }

  /** A stack as a stack trace has it, a frame a line, without a line break at its end. */
  static String text(Site site) {
    return site.frames().stream()
        .map(frame -> SiteText.print(List.of(frame)).stripTrailing())
        .collect(Collectors.joining("\n"));
  }
}
