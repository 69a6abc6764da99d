package dev.rollcall.netty;

import java.util.Set;

/** What a buffer is about to do when it has its tracker record it. */
enum Access {
  RETAIN,
  RELEASE,
  TOUCH,
  OTHER;

  private static final StackWalker STACK = StackWalker.getInstance(Set.of(), 8);

  /**
   * The access that the calling tracker is told of. Netty tells no tracker which method it was, so
   * the stack has to: the innermost frame that is neither ours nor one of Netty's that record.
   */
  static Access current() {
    return STACK.walk(
        frames ->
            frames
                .dropWhile(frame -> frame.getClassName().startsWith("dev.rollcall."))
                .map(StackWalker.StackFrame::getMethodName)
                .filter(method -> !method.startsWith("record"))
                .findFirst()
                .map(Access::of)
                .orElse(OTHER));
  }

  private static Access of(String method) {
    return switch (method) {
      case "release" -> RELEASE;
      case "touch" -> TOUCH;
      case "retain", "retainedSlice", "retainedDuplicate", "readRetainedSlice" -> RETAIN;
      default -> OTHER;
    };
  }
}
