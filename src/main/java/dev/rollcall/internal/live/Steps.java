package dev.rollcall.internal.live;

import dev.rollcall.event.StepKind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The recorded steps of one resource in one word: the sequence of the last in the high half, the
 * count it gave in the low one, -1 before the first.
 */
public class Steps extends AtomicLong {
  private static final long serialVersionUID = 1;

  /** Those of every life that recordings do not follow: none is ever taken. */
  static final Steps NONE = new Steps();

  private static final long COUNT = 0xffff_ffffL;
  private static final long ONE = 1L << 32;

  Steps() {
    setPlain(COUNT); // without a barrier, as whatever is new; see Detail
  }

  /** Takes a step of a resource whose steps have no sequence of their own; returns the step's. */
  public final int take(StepKind kind, long count) {
    return sequence(
        kind.counts() ? updateAndGet(word -> word(sequence(word) + 1, count)) : addAndGet(ONE));
  }

  /** Notes a step that has a sequence of its own, unless a later one is noted. */
  public final void note(StepKind kind, int sequence, long count) {
    updateAndGet(
        word ->
            sequence - sequence(word) < 0
                ? word
                : kind.counts() ? word(sequence, count) : ((long) sequence << 32) | (word & COUNT));
  }

  final int sequence() {
    return sequence(get());
  }

  final int count() {
    return (int) get();
  }

  /**
   * The steps of a resource of which is expected when it is released: also who took the last one,
   * and whether it is overdue.
   */
  public static final class Held extends Steps {
    private static final long serialVersionUID = 1;

    private static final VarHandle LATE;

    static {
      try {
        LATE = MethodHandles.lookup().findVarHandle(Held.class, "late", Late.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    /**
     * One reference for each thread, so that a step makes none. It keeps no thread, and what the
     * thread keeps is a class of the JDK's.
     */
    private static final ThreadLocal<@Nullable WeakReference<Thread>> CALLER = new ThreadLocal<>();

    /** Whoever sees an older one sees a thread that had the resource, too: needs no barrier. */
    private transient WeakReference<Thread> thread = caller();

    private boolean stepped;

    @SuppressWarnings("unused") // through LATE
    private transient volatile @Nullable Late late;

    private static WeakReference<Thread> caller() {
      WeakReference<Thread> known = CALLER.get();
      if (known == null) {
        known = new WeakReference<>(Thread.currentThread());
        CALLER.set(known);
      }
      return known;
    }

    void stepped() {
      thread = caller();
      stepped = true;
    }

    /** Whether a step was noted since the registration. */
    public boolean isStepped() {
      return stepped;
    }

    /** The thread that took the last step, or registered the resource; null if it is gone. */
    public @Nullable Thread thread() {
      return thread.get();
    }

    /** Calls the resource overdue, unless it was released or called so before. */
    public boolean call(Late overdue) {
      return LATE.compareAndSet(this, null, overdue);
    }

    /** What it was called overdue with; null if it was not, and is not known to be released. */
    public @Nullable Late late() {
      return late;
    }

    void released() {
      Late overdue = (Late) LATE.getAndSet(this, Late.RELEASED);
      if (overdue != null) {
        overdue.released();
      }
    }
  }

  /** A resource that was called overdue: told when it is released. */
  public interface Late {
    /** Stands for one that was released before anybody called it overdue. */
    Late RELEASED = () -> {};

    /** Called once, by the thread that releases it; may neither wait nor call what is not ours. */
    void released();
  }

  private static int sequence(long word) {
    return (int) (word >>> 32);
  }

  private static long word(int sequence, long count) {
    return ((long) sequence << 32) | (Math.min(count, Integer.MAX_VALUE) & COUNT);
  }
}
