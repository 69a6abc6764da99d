package dev.rollcall.recording;

import dev.rollcall.common.Phase;
import dev.rollcall.common.Trigger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One Rollcall event of a recording. The order in which events arrive means nothing. */
public sealed interface LifecycleEvent extends RecordingEvent {
  /** When, on which thread and where. */
  @Override
  Moment moment();

  /** The checker it comes from; 0 is the global checker. */
  int checkerId();

  @Override
  default void giveTo(EventTaker taker) {
    taker.take(this);
  }

  @Override
  default boolean counts() {
    return true;
  }

  /** An event about one resource; {@code type} is empty where the recording does not say it. */
  sealed interface OfResource extends LifecycleEvent {
    /** Serial number of the registration, unique in its JVM. */
    long resourceId();

    /** The resource's class, as {@link Class#getTypeName()} has it. */
    String type();
  }

  /** A step in the life of a resource, as opposed to an observation of it. */
  sealed interface Step extends OfResource {}

  /** A step that has its place in the order of steps of its resource. */
  sealed interface Numbered extends Step {
    /** Order of the step, compared modulo 2³². */
    int sequence();

    @Override
    default void giveTo(EventTaker taker) {
      taker.take(this);
    }
  }

  /**
   * The resource entered the live map; {@code ownerId} is 0 where nobody owns it, {@code bytes}
   * where it was not said how many it holds, {@code uses} says whether its uses are recorded where
   * any are.
   */
  record Registered(
      Moment moment,
      int checkerId,
      long resourceId,
      String type,
      @Nullable String description,
      long ownerId,
      long bytes,
      boolean uses)
      implements Step {
    /** One whose uses are recorded. */
    public Registered(
        Moment moment,
        int checkerId,
        long resourceId,
        String type,
        @Nullable String description,
        long ownerId,
        long bytes) {
      this(moment, checkerId, resourceId, type, description, ownerId, bytes, true);
    }

    /** One of which it is not known how many bytes it holds. */
    public Registered(
        Moment moment,
        int checkerId,
        long resourceId,
        String type,
        @Nullable String description,
        long ownerId) {
      this(moment, checkerId, resourceId, type, description, ownerId, 0);
    }

    /** One that nobody owns. */
    public Registered(
        Moment moment, int checkerId, long resourceId, String type, @Nullable String description) {
      this(moment, checkerId, resourceId, type, description, 0);
    }

    @Override
    public void giveTo(EventTaker taker) {
      taker.take(this);
    }
  }

  /**
   * The resource left the live map; {@code sequence} is that of its last numbered step, {@code
   * byCollector} says whether a cleaner or finalizer released it. {@code lastRelease}: by the
   * release of its last reference, at that sequence, which {@code ownerId} had, and which has no
   * event of its own.
   */
  record Unregistered(
      Moment moment,
      int checkerId,
      long resourceId,
      String type,
      int sequence,
      boolean byCollector,
      boolean lastRelease,
      long ownerId)
      implements Step {
    /** One whose last release, if it is one, has an event of its own. */
    public Unregistered(
        Moment moment,
        int checkerId,
        long resourceId,
        String type,
        int sequence,
        boolean byCollector) {
      this(moment, checkerId, resourceId, type, sequence, byCollector, false, 0);
    }

    /** One that the program released. */
    public Unregistered(Moment moment, int checkerId, long resourceId, String type, int sequence) {
      this(moment, checkerId, resourceId, type, sequence, false);
    }

    /** The release that it is as well; null if it is none, or has an event of its own. */
    public @Nullable Counted release() {
      return lastRelease
          ? new Counted(moment, checkerId, resourceId, type, false, 0, sequence, ownerId)
          : null;
    }

    @Override
    public void giveTo(EventTaker taker) {
      taker.take(this);
    }
  }

  /**
   * A reference was added ({@code retain}) or given up, with the resulting count. {@code ownerId}:
   * who has or had it, 0 where that is not known.
   */
  record Counted(
      Moment moment,
      int checkerId,
      long resourceId,
      String type,
      boolean retain,
      long refCount,
      int sequence,
      long ownerId)
      implements Numbered {
    /** A reference of which it is not known who has it. */
    public Counted(
        Moment moment,
        int checkerId,
        long resourceId,
        String type,
        boolean retain,
        long refCount,
        int sequence) {
      this(moment, checkerId, resourceId, type, retain, refCount, sequence, 0);
    }

    @Override
    public void giveTo(EventTaker taker) {
      taker.take(this);
    }
  }

  /** The resource was handed over, or its user left a note. */
  record Touched(
      Moment moment,
      int checkerId,
      long resourceId,
      String type,
      @Nullable String note,
      int sequence)
      implements Numbered {}

  /** The resource was used for the first time after another step. */
  record Used(Moment moment, int checkerId, long resourceId, String type, int sequence)
      implements Numbered {}

  /** The resource was registered twice, released too often or used after its end. */
  record Misused(
      Moment moment,
      int checkerId,
      long resourceId,
      String type,
      String kind,
      @Nullable String message)
      implements Step {}

  /** The collector revealed that the resource can never be released. */
  record Lost(
      Moment moment, int checkerId, long resourceId, String type, @Nullable String fingerprint)
      implements Step {}

  /**
   * The resource was found older than the program allows, or was released after that. The holder is
   * known of what was found.
   */
  record Overdue(
      Moment moment,
      int checkerId,
      long resourceId,
      String type,
      boolean returned,
      Span span,
      @Nullable String fingerprint,
      Site site,
      Holder holder,
      long others)
      implements OfResource {
    /** How old it was, and how old it may be. */
    public record Span(long ageMillis, long expectedMillis) {}

    /**
     * The thread that took the last step, empty where that is not known, and what it did then;
     * {@code hasEnded} says that it did nothing any more.
     */
    public record Holder(String thread, boolean hasEnded, Site stack) {
      /** Not known. */
      public static final Holder UNKNOWN = new Holder("", false, Site.NONE);
    }
  }

  /** A leak check found the resource registered. */
  record LeakFound(
      Moment moment, int checkerId, long resourceId, String type, Condition condition, int checkId)
      implements OfResource {}

  /** A checkpoint found the resource registered. */
  record LiveFound(
      Moment moment,
      int checkerId,
      long resourceId,
      String type,
      Condition condition,
      Registration registration,
      int sequence,
      boolean isIgnored)
      implements OfResource {}

  /**
   * Exact number of live resources of a group that a checkpoint did not write one by one, and how
   * many bytes they hold together as far as that is known.
   */
  record LiveGroup(
      Moment moment,
      int checkerId,
      String type,
      @Nullable String fingerprint,
      Site site,
      long count,
      boolean isIgnored,
      long bytes)
      implements LifecycleEvent {
    /** Some of which it is not known how many bytes they hold. */
    public LiveGroup(
        Moment moment,
        int checkerId,
        String type,
        @Nullable String fingerprint,
        Site site,
        long count,
        boolean isIgnored) {
      this(moment, checkerId, type, fingerprint, site, count, isIgnored, 0);
    }

    /** So many of them; what a part of them holds is not known. */
    public LiveGroup of(long some) {
      return of(some, some == count ? bytes : 0);
    }

    /** So many of them, which hold so much; 0 where that is not known. */
    public LiveGroup of(long some, long theirs) {
      return new LiveGroup(moment, checkerId, type, fingerprint, site, some, isIgnored, theirs);
    }
  }

  /** How many of a type were live at a moment: one point of the curve over time. */
  record LiveCounted(Moment moment, int checkerId, String type, long live, long registered)
      implements LifecycleEvent {
    @Override
    public boolean counts() {
      return false;
    }
  }

  /** The roll was called; {@code test} is the test that did, for its own, else empty. */
  record LeakCheck(
      Moment moment,
      int checkerId,
      int checkId,
      Trigger trigger,
      Totals totals,
      long leaked,
      String test)
      implements LifecycleEvent {
    /** A check of all resources. */
    public LeakCheck(
        Moment moment, int checkerId, int checkId, Trigger trigger, Totals totals, long leaked) {
      this(moment, checkerId, checkId, trigger, totals, leaked, "");
    }

    // Written out: what a record has of its own is linked anew at each start.
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof LeakCheck o
              && moment.equals(o.moment)
              && checkerId == o.checkerId
              && checkId == o.checkId
              && trigger == o.trigger
              && totals.equals(o.totals)
              && leaked == o.leaked
              && test.equals(o.test));
    }

    @Override
    public int hashCode() {
      return Objects.hash(moment, checkerId, checkId, trigger, totals, leaked, test);
    }
  }

  /**
   * Totals when a recording started, a chunk ended or the JVM shut down. Its moment is when all was
   * written, {@code scanned} when it began to look at the live map; {@code labels} and {@code
   * jvmId} are those of the JVM, as its recording has them.
   */
  record Checkpoint(
      Moment moment,
      int checkerId,
      Phase phase,
      Totals totals,
      long written,
      long scanned,
      String labels,
      String jvmId)
      implements LifecycleEvent {
    /** One that says nothing of the JVM. */
    public Checkpoint(
        Moment moment, int checkerId, Phase phase, Totals totals, long written, long scanned) {
      this(moment, checkerId, phase, totals, written, scanned, "", "");
    }

    /** One that takes no time. */
    public Checkpoint(Moment moment, int checkerId, Phase phase, Totals totals, long written) {
      this(moment, checkerId, phase, totals, written, moment.time());
    }

    // Written out: what a record has of its own is linked anew at each start.
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Checkpoint o
              && moment.equals(o.moment)
              && checkerId == o.checkerId
              && phase == o.phase
              && totals.equals(o.totals)
              && written == o.written
              && scanned == o.scanned
              && labels.equals(o.labels)
              && jvmId.equals(o.jvmId));
    }

    @Override
    public int hashCode() {
      return Objects.hash(moment, checkerId, phase, totals, written, scanned, labels, jvmId);
    }
  }

  /**
   * What a check or checkpoint says of a resource; {@code refCount} is -1 when not known, {@code
   * ownerId} 0 where nobody owns it, {@code bytes} where it was not said how many it holds, {@code
   * followed} says whether the recording was to have its steps.
   */
  record Condition(
      long refCount,
      long ageMillis,
      boolean lost,
      @Nullable String fingerprint,
      long ownerId,
      long bytes,
      boolean followed) {
    /** That of one that is followed. */
    public Condition(
        long refCount,
        long ageMillis,
        boolean lost,
        @Nullable String fingerprint,
        long ownerId,
        long bytes) {
      this(refCount, ageMillis, lost, fingerprint, ownerId, bytes, true);
    }

    /** That of a resource of which it is not known how many bytes it holds. */
    public Condition(
        long refCount, long ageMillis, boolean lost, @Nullable String fingerprint, long ownerId) {
      this(refCount, ageMillis, lost, fingerprint, ownerId, 0);
    }

    /** That of a resource that nobody owns. */
    public Condition(long refCount, long ageMillis, boolean lost, @Nullable String fingerprint) {
      this(refCount, ageMillis, lost, fingerprint, 0);
    }
  }

  /** What a checkpoint remembers of a registration; {@code time} is 0 when not known. */
  record Registration(long time, String thread, Site site, @Nullable String description) {}
}
