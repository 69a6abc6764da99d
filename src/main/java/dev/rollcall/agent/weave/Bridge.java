package dev.rollcall.agent.weave;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The one class that woven code calls, so every class in the process has to see it: whatever its
 * loader and its module. So this is only the pattern of it: {@link BridgeDoor} defines it a second
 * time, as {@code java.lang.RollcallBridge}. Uses nothing but what is in java.base.
 *
 * <p>What goes wrong in a hook never reaches the program. Where that was for want of stack or
 * memory, a release would be forgotten and be reported as a leak: so it is remembered here, without
 * a call or an allocation, and made up for before the next hook.
 */
public final class Bridge {
  private static final int MISSED = 256;

  /** Instead of a hook's number: the thread begins to load a class. */
  public static final int LOADING = -1;

  /** Instead of a hook's number: it has ended that. */
  public static final int LOADED = -2;

  /** By number; those of releases come first. Written once, before anything is woven. */
  @SuppressWarnings("MutablePublicArray")
  public static volatile BiConsumer<@Nullable Object, @Nullable Object> @Nullable [] hooks;

  /** How many of the hooks are of releases. */
  public static volatile int releases;

  /** Told what went wrong, and in which hook. */
  public static volatile @Nullable BiConsumer<Throwable, Integer> trouble;

  private static final @Nullable Object[] missed = new @Nullable Object[MISSED];
  private static final int[] missedIn = new int[MISSED];

  /**
   * How many hooks and loadings of classes the thread is in. What a hook opens and reads is not the
   * program's: the classes that it loads, above all. A number in an array, so that to leave one
   * needs no stack.
   */
  private static final ThreadLocal<int[]> INSIDE = new ThreadLocal<>();

  /** Not exact where several threads run out of stack at once: then one release may be lost. */
  private static volatile int misses;

  private Bridge() {}

  /**
   * Called from woven code.
   *
   * @param value what was opened, or an argument, or null: the hook knows
   * @param self the object whose method was woven; null in a static one
   * @param hook its number
   */
  public static void call(@Nullable Object value, @Nullable Object self, int hook) {
    BiConsumer<@Nullable Object, @Nullable Object>[] known = hooks;
    if (known == null) {
      return;
    }
    if (hook < 0) {
      loads(hook == LOADING);
      return;
    }
    boolean isRelease = hook < releases;
    int[] inside = null;
    try {
      inside = inside();
      inside[0]++;
      if (inside[0] > 1 && !isRelease) {
        return;
      }
      if (misses != 0) {
        makeUp(known);
      }
      known[hook].accept(self, value);
    } catch (Throwable any) {
      if (isRelease) {
        int at = misses;
        if (at < MISSED) {
          missed[at] = self;
          missedIn[at] = hook;
          misses = at + 1;
        }
      }
      tell(any, hook);
    } finally {
      if (inside != null) {
        inside[0]--;
      }
    }
  }

  /**
   * What is opened and read to load a class is not the program's. And a hook that would itself have
   * to load the class that is being loaded would have it loaded twice.
   */
  private static void loads(boolean begins) {
    try {
      int[] inside = inside();
      if (begins) {
        inside[0]++;
      } else if (inside[0] > 0) {
        inside[0]--;
      }
    } catch (StackOverflowError noRoom) {
      // The class cannot be loaded either.
    }
  }

  private static int[] inside() {
    int[] known = INSIDE.get();
    if (known == null) {
      known = new int[1];
      INSIDE.set(known);
    }
    return known;
  }

  private static synchronized void makeUp(BiConsumer<@Nullable Object, @Nullable Object>[] known) {
    while (misses > 0) {
      int last = misses - 1;
      try {
        known[missedIn[last]].accept(missed[last], null);
      } catch (VirtualMachineError noRoom) {
        return; // there may be some for the next
      } catch (Throwable again) {
        // Nor will it go better a third time, and nothing else may wait for it.
      }
      missed[last] = null;
      misses = last;
    }
  }

  /** Makes up for what was missed; for a check. */
  public static void makeUp() {
    BiConsumer<@Nullable Object, @Nullable Object>[] known = hooks;
    if (known != null && misses != 0) {
      makeUp(known);
    }
  }

  private static void tell(Throwable any, int hook) {
    try {
      BiConsumer<Throwable, Integer> told = trouble;
      if (told != null) {
        told.accept(any, hook);
      }
    } catch (Throwable noRoom) {
      // The next one that has room for it is told.
    }
  }
}
