package dev.rollcall.internal.live;

import dev.rollcall.event.StepKind;
import dev.rollcall.internal.follow.Extent;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * One registration. It stays in the live map until the resource is unregistered, whether or not the
 * resource is collected meanwhile. 48 bytes with compressed references: whatever not every resource
 * needs is in its {@link Detail}.
 */
public class Entry extends WeakReference<Object> {
  /** Collected resources' entries of every checker. */
  public static final ReferenceQueue<Object> COLLECTED = new ReferenceQueue<>();

  private static final VarHandle DETAIL;

  static {
    try {
      DETAIL = MethodHandles.lookup().findVarHandle(Entry.class, "detail", Detail.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  public final long id;
  public final TypeCount type;

  /**
   * By {@link CoarseClock}; the complement once the resource was unregistered. Needs no barrier: a
   * check that reads it late sees what it would have seen a moment earlier, and the collector
   * clears this reference only after the unregistering thread has let go of the resource.
   */
  private int registeredAt;

  /** Null while nothing beside the number and the type is known. */
  private volatile @Nullable Detail detail;

  /**
   * That of a life that recordings follow, but for the uses of the resource. How much they follow
   * is said by the class, which costs no byte.
   */
  private static final class WithoutUses extends Entry {
    WithoutUses(Object resource, long id, TypeCount type, @Nullable Detail detail) {
      super(resource, id, type, detail);
    }
  }

  /** That of a life of which recordings have nothing but what checks and checkpoints say. */
  private static final class Unfollowed extends Entry {
    Unfollowed(Object resource, long id, TypeCount type, @Nullable Detail detail) {
      super(resource, id, type, detail);
    }
  }

  /** That of a life that recordings follow to this extent. */
  public static Entry of(
      Object resource, long id, TypeCount type, @Nullable Detail detail, Extent extent) {
    return extent == Extent.ALL
        ? new Entry(resource, id, type, detail)
        : extent == Extent.WITHOUT_USES
            ? new WithoutUses(resource, id, type, detail)
            : new Unfollowed(resource, id, type, detail);
  }

  /** That of a life that recordings follow whole. */
  public Entry(Object resource, long id, TypeCount type, @Nullable Detail detail) {
    super(resource, COLLECTED);
    this.id = id;
    this.type = type;
    this.registeredAt = CoarseClock.now();
    if (detail != null) {
      DETAIL.set(this, detail);
    }
  }

  /** Whether recordings follow the life; decided when the resource was registered. */
  public final boolean isFollowed() {
    return !(this instanceof Unfollowed);
  }

  /** How much of the life recordings follow. */
  public final Extent extent() {
    return getClass() == Entry.class
        ? Extent.ALL
        : this instanceof Unfollowed ? Extent.NOTHING : Extent.WITHOUT_USES;
  }

  /** Whether steps of a kind are for recordings. */
  public final boolean follows(StepKind kind) {
    return kind == StepKind.USE ? getClass() == Entry.class : isFollowed();
  }

  /** Milliseconds since 1970, a few tenths of a second at most too early. */
  public long registeredAt() {
    return CoarseClock.millis(since());
  }

  /**
   * Compares for the oldest first: by the clock, and within one tick of it by number, for numbers
   * alone tell only what one thread has registered first.
   */
  public static int compareByAge(Entry one, Entry other) {
    int byTime = Integer.compare(one.since(), other.since());
    return byTime != 0 ? byTime : Long.compare(one.id, other.id);
  }

  /** Whether this was registered before another, as {@link #compareByAge} tells. */
  public boolean isBefore(Entry other) {
    return compareByAge(this, other) < 0;
  }

  private int since() {
    int time = registeredAt;
    return time < 0 ? ~time : time;
  }

  /** Called once, when the entry has left the live map. */
  public void end() {
    registeredAt = ~registeredAt;
  }

  /** The same without its detail, to be remembered when it has ended. */
  Entry bare(Object resource) {
    Entry bare = new Entry(resource, id, type, null);
    bare.registeredAt = registeredAt;
    return bare;
  }

  /** Whether it lives, and is older than resources of its type may be. */
  public boolean isOverdue() {
    int time = registeredAt;
    return time >= 0 && type.isOverdue(time) && !isIgnored();
  }

  public boolean hasEnded() {
    return registeredAt < 0;
  }

  public @Nullable Detail detail() {
    return detail;
  }

  /** The detail, made if there is none yet. */
  public Detail detailed() {
    Detail present = detail;
    if (present != null) {
      return present;
    }
    Detail made = new Detail(null, null, null, 0, type.newSteps());
    Detail raced = (Detail) DETAIL.compareAndExchange(this, null, made);
    return raced != null ? raced : made;
  }

  /** Whether the site was not resolved yet. */
  public boolean holdsTrace() {
    Detail present = detail;
    return present != null && present.holdsTrace();
  }

  public boolean isIgnored() {
    Detail present = detail;
    return type.ignored || (present != null && present.ignored);
  }

  /** Whether somebody has told of it already. */
  public boolean isReported() {
    Detail present = detail;
    return present != null && present.reported;
  }

  /** Where the resource was registered; null when it is not known. */
  public @Nullable KnownSite site() {
    return type.sites.of(this);
  }

  /** The type as which the resource was registered. */
  public Class<?> typeOf(Object resource) {
    Class<?> known = type.type();
    return known != null ? known : resource.getClass();
  }

  /** How many bytes the resource holds, as it was registered; 0 where that was not said. */
  public long bytes() {
    Detail present = detail;
    return present == null ? 0 : present.bytes();
  }

  /** The resource that owns this one; 0 when none does. */
  public long ownerId() {
    Detail present = detail;
    return present == null ? 0 : present.ownerId;
  }

  /** Changes who owns the resource; 0: nobody. */
  public void ownedBy(long ownerId) {
    if (ownerId() != ownerId) {
      detailed().ownerId = ownerId;
    }
  }

  /** Sequence of the last recorded step. */
  public int sequence() {
    Detail present = detail;
    return present == null ? 0 : present.steps.sequence();
  }

  /** The count that the last recorded step gave; -1 when none was recorded. */
  public int recordedCount() {
    Detail present = detail;
    return present == null ? -1 : present.steps.count();
  }

  /** Keeps a step for the test in which the resource was registered, if it was in one. */
  public void keep(StepKind kind, long count, @Nullable String note) {
    if (detail instanceof ScopedDetail scoped) {
      scoped.keep(kind, count, note);
    }
  }

  /** Who holds it, and whether for too long; null where any age is right for its type. */
  public Steps.@Nullable Held held() {
    Detail present = type.expected == null ? null : detail;
    return present != null && present.steps instanceof Steps.Held held ? held : null;
  }

  /** Notes that the calling thread took a step, where somebody may ask for who was the last. */
  public void stepped() {
    Steps.Held held = held();
    if (held != null) {
      held.stepped();
    }
  }

  /** Called once, after {@link #end}, by the thread that released the resource. */
  public void released() {
    Steps.Held held = type.isOverdue(~registeredAt) ? held() : null;
    if (held != null) {
      held.released();
    }
  }

  public boolean isLost() {
    return refersTo(null);
  }
}
