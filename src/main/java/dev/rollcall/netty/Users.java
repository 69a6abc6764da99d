package dev.rollcall.netty;

import java.util.Arrays;

/**
 * Which methods have used a buffer since its last step: each is recorded once, so that the last of
 * them is known, and not every access. Looks at the stack of the first uses only, and of fewer and
 * fewer of those that follow, for who reads a buffer byte by byte reads all of it.
 *
 * <p>Without synchronisation: a race costs an event, or records one twice.
 */
final class Users {
  /** There is nothing more to record until the next step. */
  static final Users ENOUGH = new Users();

  private static final StackWalker STACK = StackWalker.getInstance();

  /** So many uses are looked at; then one at each doubling of their number. */
  private static final int EACH = 32;

  private static final int MOST = 8;

  private final int[] known = new int[MOST];
  private int size;
  private int uses;

  /** Counts a use; whether it is the first, or by a method that is not known yet. */
  boolean isNew() {
    int use = uses++;
    if (use >= EACH && (use & (use - 1)) != 0) {
      return false;
    }
    int users = size;
    int user = user();
    if (users >= MOST || Arrays.stream(known, 0, users).anyMatch(each -> each == user)) {
      return false;
    }
    known[users] = user;
    size = users + 1;
    return true;
  }

  /** The innermost method that is neither the buffer's nor ours, as a number. */
  private static int user() {
    return STACK.walk(
        frames ->
            frames
                .filter(frame -> !isOfBuffer(frame.getClassName()))
                .findFirst()
                .map(
                    frame ->
                        31 * frame.getClassName().hashCode() + frame.getMethodName().hashCode())
                .orElse(0));
  }

  private static boolean isOfBuffer(String type) {
    return type.startsWith("io.netty.buffer.")
        || type.startsWith("io.netty.util.")
        || type.startsWith("dev.rollcall.netty.");
  }
}
