package dev.rollcall.internal.live;

import dev.rollcall.event.StepKind;
import dev.rollcall.internal.scope.Blame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The detail of a resource that was registered in a test run: who is blamed for it, and its last
 * {@value #KEPT} steps. These are kept only where a trace of the registration is, so that {@code
 * rollcall.sites.max} bounds both.
 */
public class ScopedDetail extends Detail {
  /** How many of the last steps are kept. */
  static final int KEPT = 6;

  public final Blame blame;
  public final long registeredNanos = System.nanoTime();

  private final @Nullable Deque<KeptStep> last;
  private long forgotten;

  /** One that holds bytes, too. */
  private static final class Sized extends ScopedDetail {
    private final long bytes;

    Sized(
        @Nullable String description,
        @Nullable Trace trace,
        Blame blame,
        long ownerId,
        Steps steps,
        long bytes) {
      super(description, trace, blame, ownerId, steps);
      this.bytes = bytes;
    }

    @Override
    long bytes() {
      return bytes;
    }
  }

  private ScopedDetail(
      @Nullable String description, @Nullable Trace trace, Blame blame, long ownerId, Steps steps) {
    super(description, ThreadName.current(), trace, ownerId, steps);
    this.blame = blame;
    this.last = trace == null ? null : new ArrayDeque<>(0);
  }

  /** That of a resource that the current thread registers. */
  public static ScopedDetail of(
      @Nullable String description,
      @Nullable Trace trace,
      Blame blame,
      long ownerId,
      long bytes,
      Steps steps) {
    return bytes == 0
        ? new ScopedDetail(description, trace, blame, ownerId, steps)
        : new Sized(description, trace, blame, ownerId, steps, bytes);
  }

  void keep(StepKind kind, long count, @Nullable String note) {
    if (last == null) {
      return;
    }
    KeptStep step = null;
    try {
      step = KeptStep.now(kind, count, note);
    } catch (VirtualMachineError noRoom) {
      // The step was taken: not even that it is forgotten may need any.
    }
    synchronized (last) {
      if (step == null) {
        forgotten++;
        return;
      }
      if (last.size() == KEPT) {
        last.removeFirst();
        forgotten++;
      }
      last.addLast(step);
    }
  }

  /** Whether steps are kept of this resource. */
  public boolean keepsSteps() {
    return last != null;
  }

  /** The last steps, in the order in which they were noted. */
  public List<KeptStep> lastSteps() {
    if (last == null) {
      return List.of();
    }
    synchronized (last) {
      return new ArrayList<>(last);
    }
  }

  /** How many earlier steps are not kept. */
  public long forgotten() {
    if (last == null) {
      return 0;
    }
    synchronized (last) {
      return forgotten;
    }
  }
}
