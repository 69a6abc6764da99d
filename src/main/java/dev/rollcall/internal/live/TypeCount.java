package dev.rollcall.internal.live;

import dev.rollcall.common.Fingerprint;
import dev.rollcall.internal.follow.Budget;
import dev.rollcall.internal.follow.Extent;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How many resources of one type a checker has seen. Holds the class weakly, its name for good. */
public final class TypeCount {
  public final String name;
  public final String unknownSite;
  final boolean ignored;

  /** How long its resources may live before they are overdue; null where any age is right. */
  public final @Nullable Duration expected;

  public final LongAdder registered = new Count();
  public final LongAdder unregistered = new Count();
  public final LongAdder misused = new Count();

  /**
   * How many of the registered are not followed; each is counted here before it is counted there.
   */
  public final LongAdder unfollowed = new Count();

  /** How many of the unregistered are not followed; counted as above. */
  public final LongAdder unfollowedEnded = new Count();

  /** How many more may be followed. */
  public final Budget lives = new Budget();

  /** How many more of the followed may have their uses recorded. */
  public final Budget uses = new Budget();

  /** What live resources hold together; null while none has said how many bytes it holds. */
  private volatile @Nullable Count bytes;

  /** How many are left at exit; counted where memory is gone, by that thread only. */
  public long left;

  /**
   * Resources registered before this are overdue, by {@link CoarseClock}; never goes back.
   *
   * <p>So whoever releases a resource knows from one comparison whether it can have been called
   * overdue: the watching thread writes this before it takes the entries out of a stripe, and the
   * releasing thread reads it after it has taken its own away, both under the stripe's lock. If the
   * releasing thread was the first, the other never sees the entry; if it was the second, it sees
   * what was written.
   */
  private int overdueBefore = Integer.MIN_VALUE;

  private final AtomicInteger overdue = new AtomicInteger();

  final Sites sites;
  private final WeakReference<Class<?>> type;
  private final Consumer<Entry> whenCollected;

  /**
   * No resources so far.
   *
   * @param expected how long they may live; null where any age is right
   * @param sites where those of this type are registered
   * @param whenCollected told of each that was collected without having been unregistered
   */
  TypeCount(
      Class<?> type,
      boolean ignored,
      @Nullable Duration expected,
      Sites sites,
      Consumer<Entry> whenCollected) {
    this.name = type.getTypeName();
    this.unknownSite = Fingerprint.unknown(name);
    this.ignored = ignored;
    this.expected = expected;
    this.sites = sites;
    this.whenCollected = whenCollected;
    this.type = new WeakReference<>(type);
  }

  /** Needs memory, once, so that {@link #addBytes} needs none. */
  public void willHoldBytes() {
    if (bytes == null) {
      synchronized (this) {
        bytes = bytes == null ? new Count() : bytes;
      }
    }
  }

  /** Whether a resource of this type ever said how many bytes it holds. */
  public boolean holdsBytes() {
    return bytes != null;
  }

  /** Counts what a resource that enters holds, or, negative, what one that leaves has held. */
  public void addBytes(long change) {
    Count present = bytes;
    if (present != null) {
      present.add(change);
    }
  }

  /** How many bytes live resources hold together, as far as they said it. */
  public long bytes() {
    Count present = bytes;
    // One may be counted out a moment before it is counted in.
    return present == null ? 0 : Math.max(0, present.sum());
  }

  /** Called by the watching thread, once for each resource that the collector has taken. */
  public void collected(Entry entry) {
    whenCollected.accept(entry);
  }

  /** The steps of a new resource of this type. */
  public Steps newSteps() {
    return newSteps(Extent.ALL);
  }

  /** The same where recordings follow its life to this extent: those that nobody takes are one. */
  public Steps newSteps(Extent extent) {
    return expected != null
        ? new Steps.Held()
        : extent == Extent.NOTHING ? Steps.NONE : new Steps();
  }

  /**
   * How many live resources are overdue, as far as the watching thread has seen: older than {@link
   * #expected}, and not released since. No leaks.
   */
  public int overdue() {
    return overdue.get();
  }

  /** Counts a resource that is overdue from now on, or no longer. */
  public void addOverdue(int number) {
    overdue.addAndGet(number);
  }

  /** From now on what was registered before a time, by {@link CoarseClock}, is overdue. */
  public void overdueBefore(int time) {
    overdueBefore = Math.max(overdueBefore, time);
  }

  /** Whether a resource that was registered then is overdue, if it lives. */
  boolean isOverdue(int registeredAt) {
    return registeredAt < overdueBefore;
  }

  /** The class; null when it has been unloaded. */
  public @Nullable Class<?> type() {
    return type.get();
  }
}
