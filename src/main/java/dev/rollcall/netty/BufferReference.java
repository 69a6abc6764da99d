package dev.rollcall.netty;

import dev.rollcall.LeakChecker;
import dev.rollcall.event.StepKind;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.KeptEntry;
import dev.rollcall.internal.StackRoom;
import dev.rollcall.internal.follow.Users;
import dev.rollcall.internal.live.Entry;
import io.netty.buffer.ByteBuf;
import io.netty.util.IllegalReferenceCountException;
import org.jspecify.annotations.Nullable;

/**
 * What is registered in place of a buffer, from its allocation to its deallocation: Netty uses its
 * buffer objects again, so that they have no identity. Counts every reference to the buffer's
 * memory, through whichever view, also those that Netty counts on the view alone (slices of pooled
 * buffers); so it reaches zero when the memory is free.
 *
 * <p>The buffer's own count is always changed first: what that refuses is not counted here.
 */
final class BufferReference extends KeptEntry {
  /** The note of a touch without one. */
  static final String TOUCHED = "touched";

  private final ActiveChecker checker;

  /** Since the last step; null while there is none. */
  private @Nullable Users users;

  private BufferReference(ActiveChecker checker) {
    this.checker = checker;
  }

  /**
   * Registers a buffer that was just allocated. The type is one of Netty's public ones: which class
   * implements it depends on the JDK, and groups of leaks should not.
   *
   * @param bytes its capacity; 0 for a composite, which holds what its components hold
   */
  static BufferReference register(
      ActiveChecker checker, Class<? extends ByteBuf> type, long bytes) {
    BufferReference reference = new BufferReference(checker);
    reference.keep(checker.register(reference, type, null, null, bytes));
    return reference;
  }

  /**
   * What is registered in place of a tracked buffer that this is, or is a view of; null if none.
   */
  static @Nullable BufferReference of(@Nullable ByteBuf view) {
    try {
      for (ByteBuf buf = view; buf != null; buf = buf.unwrap()) {
        if (buf instanceof TrackedByteBuf tracked) {
          return tracked.reference;
        }
        if (buf instanceof OwningCompositeByteBuf composite) {
          return composite.reference;
        }
      }
    } catch (IllegalReferenceCountException released) {
      return null;
    }
    return null;
  }

  @Override
  protected LeakChecker leakChecker() {
    return checker;
  }

  /**
   * Called before a step of one reference, which is then taken by {@link #retain(Object)} or {@link
   * #release(Object)} at once: each call in between is one more frame of the stack that a recording
   * takes of the step.
   */
  void beforeStep() {
    users = null;
  }

  /** Counts references that the buffer has granted. */
  void retain(int increment) {
    beforeStep();
    for (int i = 0; i < increment; i++) {
      retain(null);
    }
  }

  /** Counts references that the buffer has taken back. */
  void release(int decrement) {
    beforeStep();
    for (int i = 0; i < decrement; i++) {
      release(null);
    }
  }

  /**
   * Refuses a step on a buffer that is free: its object may be somebody else's by now.
   *
   * @throws IllegalReferenceCountException as the buffer itself would
   */
  void checkAccessible(int change) {
    if (refCount() == 0) {
      throw refused(change, new IllegalReferenceCountException(0, change));
    }
  }

  /** Counts and records a step that was refused; returns what to throw. */
  IllegalReferenceCountException refused(int change, IllegalReferenceCountException refusal) {
    String message =
        refusal.getMessage() == null ? "the buffer has already been freed" : refusal.getMessage();
    if (change < 0) {
      checker.overReleased(this, message);
    } else {
      checker.retainedAfterDestroy(this, message);
    }
    return refusal;
  }

  /** Records that the buffer was handed over. */
  void touched(Object hint) {
    users = null;
    if (checker.follows(StepKind.TOUCH, entry())) {
      touch(HandlerNotes.of(hint));
    }
  }

  /** Told of each use of the buffer; records the first one by each method after a step. */
  void use() {
    Users known = users;
    if (known == Users.ENOUGH) {
      return;
    }
    Entry entry = entry();
    if (entry == null || !entry.follows(StepKind.USE) || !checker.records(StepKind.USE)) {
      users = Users.ENOUGH;
      return;
    }
    StackRoom.ask();
    if (known == null) {
      known = new Users(BufferReference::isOfBuffer);
      users = known;
    }
    if (known.isNew()) {
      used();
    }
  }

  private static boolean isOfBuffer(String type) {
    return type.startsWith("io.netty.buffer.")
        || type.startsWith("io.netty.util.")
        || type.startsWith("dev.rollcall.netty.")
        || type.equals("dev.rollcall.internal.follow.Users");
  }

  /** The memory is the buffer's own affair. */
  @Override
  protected void destroy() {}
}
