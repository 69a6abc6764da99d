package dev.rollcall.internal.live;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a resource beside its number and type: by whom, why and where, whose it is, and
 * its steps. 40 bytes with compressed references; whatever few resources have is in a subclass.
 */
public class Detail {
  private static final VarHandle COUNTED;
  private static final VarHandle OWNER_ID;
  private static final VarHandle SITE;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      COUNTED = lookup.findVarHandle(Detail.class, "counted", boolean.class);
      OWNER_ID = lookup.findVarHandle(Detail.class, "ownerId", long.class);
      SITE = lookup.findVarHandle(Detail.class, "site", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  public final @Nullable String description;

  /** The thread that registered the resource; null when no site is kept. */
  public final @Nullable String thread;

  /** The resource that owns this one; 0 when none does. */
  volatile long ownerId;

  public final Steps steps;

  public volatile boolean ignored;

  /** Whether a test, or the end of a test run, has told of it, so that nobody does again. */
  public volatile boolean reported;

  /**
   * A {@link Trace} until somebody asks, then the interned {@link KnownSite}; null when not kept.
   */
  private volatile @Nullable Object site;

  @SuppressWarnings("unused") // through COUNTED
  private volatile boolean counted;

  /** One that holds bytes, too. */
  private static final class Sized extends Detail {
    private final long bytes;

    Sized(
        @Nullable String description,
        @Nullable String thread,
        @Nullable Trace trace,
        long ownerId,
        Steps steps,
        long bytes) {
      super(description, thread, trace, ownerId, steps);
      this.bytes = bytes;
    }

    @Override
    long bytes() {
      return bytes;
    }
  }

  Detail(
      @Nullable String description,
      @Nullable String thread,
      @Nullable Trace trace,
      long ownerId,
      Steps steps) {
    this.steps = steps;
    this.description = description;
    this.thread = thread;
    // Without barriers: a stripe's lock, or a compare-and-set, lets others see a new one.
    OWNER_ID.set(this, ownerId);
    SITE.set(this, trace);
    COUNTED.set(this, trace != null);
  }

  /** That of a resource that the current thread registers, and that has no steps so far. */
  public static Detail of(
      @Nullable String description, @Nullable Trace trace, long ownerId, long bytes, Steps steps) {
    String thread = ThreadName.current();
    return bytes == 0
        ? new Detail(description, thread, trace, ownerId, steps)
        : new Sized(description, thread, trace, ownerId, steps, bytes);
  }

  /** How many bytes the resource holds; 0 where that was not said. */
  long bytes() {
    return 0;
  }

  @Nullable Object site() {
    return site;
  }

  /** Whether the site is a trace, which keeps the classes of its frames from being unloaded. */
  boolean holdsTrace() {
    return site instanceof Trace;
  }

  void resolved(KnownSite value) {
    site = value;
  }

  /** Whether this held a trace that counts towards the limit; true once only. */
  boolean giveBack() {
    return counted && COUNTED.compareAndSet(this, true, false);
  }
}
