package dev.rollcall.internal.follow;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Which methods have used a resource since its last step: each is recorded once, so that the last
 * of them is known, and not every access. Looks at the stack of the first uses only, and of fewer
 * and fewer of those that follow, for who reads a buffer byte by byte reads all of it.
 *
 * <p>Without synchronisation: a race costs an event, or records one twice.
 */
public final class Users {
  /** There is nothing more to record until the next step. */
  public static final Users ENOUGH = new Users(name -> false);

  private static final StackWalker STACK = StackWalker.getInstance();

  /** So many uses are looked at; then one at each doubling of their number. */
  private static final int EACH = 32;

  private static final int MOST = 8;

  private final Predicate<String> isPassedOver;
  private final int[] known = new int[MOST];
  private int size;
  private int uses;

  /**
   * None so far.
   *
   * @param isPassedOver whether a class, by its name, is never the user: the resource's own, and
   *     whatever is between it and us
   */
  public Users(Predicate<String> isPassedOver) {
    this.isPassedOver = isPassedOver;
  }

  /** Counts a use; whether it is the first, or by a method that is not known yet. */
  public boolean isNew() {
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

  /** The innermost method that is not passed over, as a number. */
  private int user() {
    return STACK.walk(
        frames ->
            frames
                .filter(frame -> !isPassedOver.test(frame.getClassName()))
                .findFirst()
                .map(
                    frame ->
                        31 * frame.getClassName().hashCode() + frame.getMethodName().hashCode())
                .orElse(0));
  }
}
