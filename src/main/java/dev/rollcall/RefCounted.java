package dev.rollcall;

import dev.rollcall.event.StepKind;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.Following;
import dev.rollcall.internal.StackRoom;
import dev.rollcall.internal.live.Entry;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Base class of reference-counted resources. An object starts with one reference, which belongs to
 * its creator; when the last is released, {@link #destroy} runs, once, in the thread that released
 * it.
 *
 * <p>The subclass calls {@link #register()} as the last step of its construction, so that nothing
 * half-built is published; unregistering is automatic. Retaining or releasing a destroyed resource
 * throws {@link IllegalStateException} in every mode, {@link LeakMode#OFF} included.
 *
 * <p>All state is one 8-byte word: the sequence of the last step in its high half and the count in
 * its low half, so that one atomic step gives both. Adding {@link #RETAIN} or {@link #RELEASE}
 * moves count and sequence at once (the carry out of the low half is the sequence's step for any
 * count of at least 1). A dead word has a negative low half, and so has every word made from it by
 * additions: a racing illegal retain can never bring a resource back.
 */
public abstract class RefCounted {
  /** Sequence + 1, count + 1. */
  private static final long RETAIN = (1L << 32) + 1;

  /** Sequence + 1, count - 1: the low half's borrow is made up for by its carry. */
  private static final long RELEASE = (1L << 32) - 1;

  /** Sequence + 1, count unchanged. */
  private static final long STEP = 1L << 32;

  /** Low half of a dead word. */
  private static final long DEAD = 0x8000_0000L;

  private static final long SEQUENCE = 0xffff_ffffL << 32;

  /** More references than this are a bug; far enough from overflow for racing retains. */
  private static final int MAX_COUNT = 1 << 30;

  private static final VarHandle WORD;

  static {
    try {
      WORD = MethodHandles.lookup().findVarHandle(RefCounted.class, "word", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @SuppressWarnings("unused") // through WORD
  private volatile long word = 1;

  /** A resource with one reference, not yet registered. */
  protected RefCounted() {}

  /** The checker that watches this resource: the global one unless overridden. Constant. */
  protected LeakChecker leakChecker() {
    return LeakChecker.global();
  }

  /**
   * Registers this resource; to be called once, as the last step of its construction.
   *
   * @throws IllegalStateException in {@link LeakMode#FAIL} if it is registered already
   */
  protected final void register() {
    leakChecker().register(this);
  }

  /**
   * Registers this resource as one that another one is to release; as {@link
   * LeakChecker#register(Object, String, Object)}.
   *
   * @param owner a registered resource of the same checker; null, or anything else, means that
   *     nobody owns it
   * @throws IllegalStateException in {@link LeakMode#FAIL} if it is registered already
   */
  @SuppressWarnings("exports")
  protected final void register(@Nullable Object owner) {
    leakChecker().register(this, null, owner);
  }

  /**
   * Registers this resource, with how many bytes it holds; as {@link LeakChecker#register(Object,
   * String, Object, long)}.
   *
   * @param owner as in {@link #register(Object)}
   * @param bytes how many bytes it holds, itself and without what it owns; 0 where that is not
   *     known
   * @throws IllegalArgumentException if the number of bytes is negative, unless the mode is {@link
   *     LeakMode#OFF}; then nothing is registered
   * @throws IllegalStateException in {@link LeakMode#FAIL} if it is registered already
   */
  @SuppressWarnings("exports")
  protected final void register(@Nullable Object owner, long bytes) {
    leakChecker().register(this, null, owner, bytes);
  }

  /** Releases what this resource holds. Runs once, when the last reference is released. */
  protected abstract void destroy();

  /** How many references there are; 0 when the resource is destroyed. */
  public final int refCount() {
    return Math.max(0, (int) word);
  }

  /**
   * Adds a reference. Only for a caller that knows that one is held already.
   *
   * @throws IllegalStateException if the resource is destroyed, or has 2^30 references
   */
  public final void retain() {
    retain(null);
  }

  /**
   * Adds a reference, and says who has it; as {@link #retain()}. The {@link #release(Object)} by
   * the same owner gives it back, so that in a recording each is paired exactly.
   *
   * @param owner a registered resource of the same checker; null, or anything else, means that it
   *     is not known who has the reference
   * @throws IllegalStateException if the resource is destroyed, or has 2^30 references
   */
  @SuppressWarnings("exports")
  public final void retain(@Nullable Object owner) {
    boolean followed = isFollowed();
    long before = (long) WORD.getAndAdd(this, RETAIN);
    int count = (int) before;
    if (count <= 0 || count >= MAX_COUNT) {
      WORD.getAndAdd(this, -RETAIN);
      throw retainRefused(count);
    }
    if (followed) {
      retained(before + RETAIN, owner);
    }
  }

  /**
   * Adds a reference unless the resource is destroyed.
   *
   * @return whether a reference was added
   * @throws IllegalStateException if there are 2^30 references
   */
  public final boolean tryRetain() {
    return tryRetain(null);
  }

  /**
   * Adds a reference unless the resource is destroyed, and says who has it; as {@link
   * #retain(Object)}.
   *
   * @param owner as in {@link #retain(Object)}
   * @return whether a reference was added
   * @throws IllegalStateException if there are 2^30 references
   */
  @SuppressWarnings("exports")
  public final boolean tryRetain(@Nullable Object owner) {
    boolean followed = isFollowed();
    long before;
    do {
      before = word;
      int count = (int) before;
      if (count <= 0) {
        return false;
      }
      if (count >= MAX_COUNT) {
        throw retainRefused(count);
      }
    } while (!WORD.compareAndSet(this, before, before + RETAIN));
    if (followed) {
      retained(before + RETAIN, owner);
    }
    return true;
  }

  /**
   * Gives up a reference; with the last one the resource is unregistered and destroyed.
   *
   * @return whether this was the last reference
   * @throws IllegalStateException if the resource is destroyed already
   */
  public final boolean release() {
    return release(null);
  }

  /**
   * Gives up a reference, and says who had it; as {@link #release()}. An owner that is ending gives
   * up its references before it is unregistered, or they are not known to be its own.
   *
   * @param owner as in {@link #retain(Object)}
   * @return whether this was the last reference
   * @throws IllegalStateException if the resource is destroyed already
   */
  @SuppressWarnings("exports")
  public final boolean release(@Nullable Object owner) {
    boolean followed = isFollowed();
    Entry entry = null;
    long before;
    long after;
    do {
      before = word;
      int count = (int) before;
      if (count <= 0) {
        throw releaseRefused();
      }
      if (count == 1) {
        if (!followed) {
          StackRoom.ask();
        }
        after = ((before + STEP) & SEQUENCE) | DEAD;
      } else {
        // Found before the step, while our reference keeps the resource registered: after it
        // another thread's last release may have taken the entry away, and the step would go
        // unrecorded. The last release takes the entry away itself.
        if (followed && entry == null) {
          entry = entryToRelease();
        }
        after = before + RELEASE;
      }
    } while (!WORD.compareAndSet(this, before, after));
    if ((int) after > 0) {
      if (entry != null) {
        released(entry, after, owner);
      }
      return false;
    }
    // Only the thread whose step made the word dead gets here: destroy runs once, whatever the
    // checker does, and what others did before their own release happens before it.
    try {
      if (leakChecker() instanceof ActiveChecker checker) {
        checker.lastReleased(this, (int) sequence(after), owner);
      }
    } finally {
      destroy();
    }
    return true;
  }

  /**
   * Records that this resource was handed over; as {@link LeakChecker#touch}.
   *
   * @param note a few words, for example {@code handed to FrameDecoder}
   */
  public final void touch(String note) {
    if (isFollowed() && leakChecker() instanceof ActiveChecker checker) {
      step(StepKind.TOUCH, checker, checker.records(StepKind.TOUCH), note);
    }
  }

  /**
   * Records that this resource is being used, if uses are recorded; for a subclass that can tell
   * its uses from its other calls. Meant for the first use by each method after a step: it shows in
   * a recording who was given the resource, even if all they did was to read it.
   */
  protected final void used() {
    if (leakChecker() instanceof ActiveChecker checker && checker.records(StepKind.USE)) {
      StackRoom.ask();
      step(StepKind.USE, checker, true, null);
    }
  }

  /**
   * Whether anybody follows the step that is about to be taken; then there is room for all of it.
   * Where nobody does, it is one write, after which nothing is called.
   */
  private static boolean isFollowed() {
    boolean followed = Following.isOn();
    if (followed) {
      StackRoom.ask();
    }
    return followed;
  }

  /** A step that leaves the count as it is; only a recorded one advances the sequence. */
  private void step(StepKind kind, ActiveChecker checker, boolean recorded, @Nullable String note) {
    Entry entry = checker.followed(kind, recorded, this);
    if (entry != null) {
      long sequence =
          recorded && entry.follows(kind)
              ? sequence((long) WORD.getAndAdd(this, STEP) + STEP)
              : ActiveChecker.UNRECORDED;
      checker.step(kind, entry, this, sequence, ActiveChecker.NOT_COUNTED, note, null);
    }
  }

  private void retained(long after, @Nullable Object owner) {
    if (leakChecker() instanceof ActiveChecker checker) {
      boolean recorded = checker.records(StepKind.RETAIN);
      Entry entry = checker.followed(StepKind.RETAIN, recorded, this);
      if (entry != null) {
        long sequence = recorded ? sequence(after) : ActiveChecker.UNRECORDED;
        int count = (int) after;
        checker.step(StepKind.RETAIN, entry, this, sequence, count, null, owner);
      }
    }
  }

  private @Nullable Entry entryToRelease() {
    try {
      return leakChecker() instanceof ActiveChecker checker
          ? checker.followed(StepKind.RELEASE, checker.records(StepKind.RELEASE), this)
          : null;
    } catch (RuntimeException noChecker) {
      return null; // Said by the last release, after its step: to release must always be possible.
    }
  }

  private void released(Entry entry, long after, @Nullable Object owner) {
    if (leakChecker() instanceof ActiveChecker checker) {
      long sequence =
          checker.records(StepKind.RELEASE) ? sequence(after) : ActiveChecker.UNRECORDED;
      int count = (int) after;
      checker.step(StepKind.RELEASE, entry, this, sequence, count, null, owner);
    }
  }

  private IllegalStateException retainRefused(int count) {
    if (count >= MAX_COUNT) {
      return new IllegalStateException(
          getClass().getTypeName()
              + " has "
              + count
              + " references, the maximum: somebody retains it and never releases it");
    }
    String message = getClass().getTypeName() + " was retained after it was destroyed";
    if (leakChecker() instanceof ActiveChecker checker) {
      message = checker.retainedAfterDestroy(this, message);
    }
    return new IllegalStateException(message);
  }

  private IllegalStateException releaseRefused() {
    String message = getClass().getTypeName() + " was released more often than retained";
    if (leakChecker() instanceof ActiveChecker checker) {
      message = checker.overReleased(this, message);
    }
    return new IllegalStateException(message);
  }

  /** The sequence of a word, as an unsigned number. */
  private static long sequence(long word) {
    return word >>> 32;
  }
}
