package dev.rollcall.recording;

import dev.rollcall.common.Phase;
import dev.rollcall.common.Trigger;
import org.jspecify.annotations.Nullable;

/** One Rollcall event of a recording. The order in which events arrive means nothing. */
public sealed interface LifecycleEvent extends RecordingEvent {
  /** When, on which thread and where. */
  @Override
  Moment moment();

  /** The checker it comes from; 0 is the global checker. */
  int checkerId();

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
  }

  /** The resource entered the live map; {@code ownerId} is 0 where nobody owns it. */
  record Registered(
      Moment moment,
      int checkerId,
      long resourceId,
      String type,
      @Nullable String description,
      long ownerId)
      implements Step {
    /** One that nobody owns. */
    public Registered(
        Moment moment, int checkerId, long resourceId, String type, @Nullable String description) {
      this(moment, checkerId, resourceId, type, description, 0);
    }
  }

  /**
   * The resource left the live map; {@code sequence} is that of its last numbered step, {@code
   * byCollector} says whether a cleaner or finalizer released it.
   */
  record Unregistered(
      Moment moment, int checkerId, long resourceId, String type, int sequence, boolean byCollector)
      implements Step {
    /** One that the program released. */
    public Unregistered(Moment moment, int checkerId, long resourceId, String type, int sequence) {
      this(moment, checkerId, resourceId, type, sequence, false);
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

  /** Exact number of live resources of a group that a checkpoint did not write one by one. */
  record LiveGroup(
      Moment moment,
      int checkerId,
      String type,
      @Nullable String fingerprint,
      Site site,
      long count,
      boolean isIgnored)
      implements LifecycleEvent {
    /** So many of them. */
    public LiveGroup of(long some) {
      return new LiveGroup(moment, checkerId, type, fingerprint, site, some, isIgnored);
    }
  }

  /** How many of a type were live at a moment: one point of the curve over time. */
  record LiveCounted(Moment moment, int checkerId, String type, long live, long registered)
      implements LifecycleEvent {}

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
  }

  /**
   * Totals when a recording started, a chunk ended or the JVM shut down. Its moment is when all was
   * written, {@code scanned} when it began to look at the live map.
   */
  record Checkpoint(
      Moment moment, int checkerId, Phase phase, Totals totals, long written, long scanned)
      implements LifecycleEvent {
    /** One that takes no time. */
    public Checkpoint(Moment moment, int checkerId, Phase phase, Totals totals, long written) {
      this(moment, checkerId, phase, totals, written, moment.time());
    }
  }

  /**
   * What a check or checkpoint says of a resource; {@code refCount} is -1 when not known, {@code
   * ownerId} 0 where nobody owns it.
   */
  record Condition(
      long refCount, long ageMillis, boolean lost, @Nullable String fingerprint, long ownerId) {
    /** That of a resource that nobody owns. */
    public Condition(long refCount, long ageMillis, boolean lost, @Nullable String fingerprint) {
      this(refCount, ageMillis, lost, fingerprint, 0);
    }
  }

  /** What a checkpoint remembers of a registration; {@code time} is 0 when not known. */
  record Registration(long time, String thread, Site site, @Nullable String description) {}
}
