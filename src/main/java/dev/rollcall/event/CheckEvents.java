package dev.rollcall.event;

import org.jspecify.annotations.Nullable;

/**
 * Commits what checks, checkpoints and the collector find. Call only when {@link
 * EventDoor#isOpen()}: this class loads JFR.
 */
public final class CheckEvents {
  private CheckEvents() {}

  /** A leak check that is under way; its event gets the check's duration. */
  public static final class Check {
    private final LeakCheckEvent event = new LeakCheckEvent();

    private Check() {
      event.begin();
    }

    /** Commits {@code rollcall.LeakCheck}, of all resources. */
    public void end(int checkerId, int checkId, String trigger, Totals totals) {
      end(checkerId, checkId, trigger, totals, "", totals.live() - totals.ignored());
    }

    /** Commits {@code rollcall.LeakCheck}, of those of a test, unless its name is empty. */
    public void end(
        int checkerId, int checkId, String trigger, Totals totals, String test, long leaked) {
      event.checkerId = checkerId;
      event.checkId = checkId;
      event.trigger = trigger;
      event.registered = totals.registered();
      event.unregistered = totals.unregistered();
      event.live = totals.live();
      event.ignored = totals.ignored();
      event.unfollowed = totals.unfollowed();
      event.unfollowedEnded = totals.unfollowedEnded();
      event.test = test;
      event.leaked = leaked;
      event.commit();
    }
  }

  /**
   * A checkpoint that is under way. What is registered while it looks at the live map may or may
   * not be in it, so its event says from when on that was: it gets the checkpoint's duration.
   */
  public static final class Checkpoint {
    private final CheckpointEvent event = new CheckpointEvent();

    private Checkpoint() {
      event.begin();
    }

    /** Commits {@code rollcall.Checkpoint}; {@code written} counts its {@code rollcall.Live}. */
    public void end(int checkerId, String phase, Totals totals, long written, String labels) {
      if (event.shouldCommit()) {
        event.checkerId = checkerId;
        event.phase = phase;
        event.registered = totals.registered();
        event.unregistered = totals.unregistered();
        event.live = totals.live();
        event.ignored = totals.ignored();
        event.unfollowed = totals.unfollowed();
        event.unfollowedEnded = totals.unfollowedEnded();
        event.written = written;
        event.labels = labels;
        event.jvmId = JvmId.DRAWN;
        event.commit();
      }
    }
  }

  /**
   * Totals of a checker since it was made; {@code live} includes the ignored.
   *
   * @param unfollowed how many of the registered are not followed. A thread counts them before it
   *     counts the registered, and a reader reads them after those; so what the recording is
   *     expected to have, the others, is never more than it has. What has come in between is left
   *     out: it is no more than the registered
   * @param unfollowedEnded how many of the unregistered are not followed; as above
   */
  public record Totals(
      long registered,
      long unregistered,
      long live,
      long ignored,
      long unfollowed,
      long unfollowedEnded) {
    /** Leaves out what is counted in one place only. */
    public Totals {
      unfollowed = Math.min(unfollowed, registered);
      unfollowedEnded = Math.min(unfollowedEnded, unregistered);
    }

    /** Those of a checker that follows every life. */
    public Totals(long registered, long unregistered, long live, long ignored) {
      this(registered, unregistered, live, ignored, 0, 0);
    }
  }

  /**
   * What is counted of one type.
   *
   * @param bytes what the live ones hold, as far as that was said
   * @param oldestMillis age of the oldest live one; -1 where it is not known
   * @param overdue how many live ones are older than expected
   */
  public record TypeCount(
      long registered, long unregistered, long bytes, long oldestMillis, long overdue) {}

  /** What is known of one resource in the live map. */
  public record Resource(
      int checkerId,
      long resourceId,
      @Nullable Class<?> type,
      long refCount,
      long ageMillis,
      boolean lost,
      @Nullable String fingerprint,
      long ownerId,
      long bytes,
      boolean followed) {
    /** One that is followed. */
    public Resource(
        int checkerId,
        long resourceId,
        @Nullable Class<?> type,
        long refCount,
        long ageMillis,
        boolean lost,
        @Nullable String fingerprint,
        long ownerId,
        long bytes) {
      this(
          checkerId,
          resourceId,
          type,
          refCount,
          ageMillis,
          lost,
          fingerprint,
          ownerId,
          bytes,
          true);
    }

    /** One of which it is not known how many bytes it holds. */
    public Resource(
        int checkerId,
        long resourceId,
        @Nullable Class<?> type,
        long refCount,
        long ageMillis,
        boolean lost,
        @Nullable String fingerprint,
        long ownerId) {
      this(checkerId, resourceId, type, refCount, ageMillis, lost, fingerprint, ownerId, 0);
    }
  }

  /** Starts the clock of a leak check. */
  public static Check beginCheck() {
    return new Check();
  }

  /** Starts the clock of a checkpoint. */
  public static Checkpoint beginCheckpoint() {
    return new Checkpoint();
  }

  /** Commits {@code rollcall.Leak}. */
  public static void leak(int checkId, Resource resource) {
    LeakEvent event = new LeakEvent();
    if (event.shouldCommit()) {
      fill(event, resource);
      event.checkId = checkId;
      event.commit();
    }
  }

  /** Commits {@code rollcall.Live}. */
  public static void live(
      Resource resource,
      long registeredAt,
      @Nullable String registeredBy,
      int sequence,
      @Nullable String site,
      @Nullable String description,
      boolean isIgnored) {
    LiveEvent event = new LiveEvent();
    if (event.shouldCommit()) {
      fill(event, resource);
      event.registeredAt = registeredAt;
      event.registeredBy = registeredBy;
      event.sequence = sequence;
      event.site = site;
      event.description = description;
      event.ignored = isIgnored;
      event.commit();
    }
  }

  /** Commits {@code rollcall.LiveGroup}. */
  public static void liveGroup(
      int checkerId,
      @Nullable Class<?> type,
      @Nullable String fingerprint,
      @Nullable String site,
      long count,
      boolean isIgnored,
      long bytes) {
    LiveGroupEvent event = new LiveGroupEvent();
    if (event.shouldCommit()) {
      event.checkerId = checkerId;
      event.resourceType = type;
      event.fingerprint = fingerprint;
      event.site = site;
      event.count = count;
      event.ignored = isIgnored;
      event.bytes = bytes;
      event.commit();
    }
  }

  /** Commits a {@code rollcall.Checkpoint} that took no time. */
  public static void checkpoint(
      int checkerId, String phase, Totals totals, long written, String labels) {
    new Checkpoint().end(checkerId, phase, totals, written, labels);
  }

  /** Commits {@code rollcall.LiveCount}. */
  public static void liveCount(int checkerId, @Nullable Class<?> type, TypeCount count) {
    LiveCountEvent event = new LiveCountEvent();
    if (event.shouldCommit()) {
      event.checkerId = checkerId;
      event.resourceType = type;
      event.registered = count.registered();
      event.unregistered = count.unregistered();
      event.live = count.registered() - count.unregistered();
      event.bytes = count.bytes();
      event.oldest = count.oldestMillis();
      event.overdue = count.overdue();
      event.commit();
    }
  }

  /** Commits {@code rollcall.Lost}. */
  public static void lost(
      int checkerId, long resourceId, @Nullable Class<?> type, @Nullable String fingerprint) {
    LostEvent event = new LostEvent();
    if (event.shouldCommit()) {
      event.checkerId = checkerId;
      event.resourceId = resourceId;
      event.resourceType = type;
      event.fingerprint = fingerprint;
      event.commit();
    }
  }

  /** A resource that is overdue; its event gets the time from when this was made. */
  public static final class Overdue {
    private final OverdueEvent event = new OverdueEvent();

    private Overdue() {
      event.begin();
    }

    /** Commits {@code rollcall.Overdue} of a resource that is still held. */
    public void found(
        Late late,
        @Nullable String holder,
        boolean holderEnded,
        @Nullable String holderStack,
        long others) {
      event.holder = holder;
      event.holderEnded = holderEnded;
      event.holderStack = holderStack;
      end(late, others);
    }

    /** Commits {@code rollcall.Overdue} of a resource that was released. */
    public void returned(Late late, long others) {
      event.returned = true;
      end(late, others);
    }

    private void end(Late late, long others) {
      event.checkerId = late.checkerId();
      event.resourceId = late.resourceId();
      event.resourceType = late.type();
      event.fingerprint = late.fingerprint();
      event.site = late.site();
      event.age = late.ageMillis();
      event.expected = late.expectedMillis();
      event.others = others;
      event.commit();
    }
  }

  /** What is known of an overdue resource. */
  public record Late(
      int checkerId,
      long resourceId,
      @Nullable Class<?> type,
      @Nullable String fingerprint,
      @Nullable String site,
      long ageMillis,
      long expectedMillis) {}

  /** Starts the clock of an event of an overdue resource. */
  public static Overdue beginOverdue() {
    return new Overdue();
  }

  /** Commits {@code rollcall.Misuse}; {@code resourceId} is 0 when it is not known. */
  public static void misuse(
      int checkerId, String kind, long resourceId, @Nullable Class<?> type, String message) {
    MisuseEvent event = new MisuseEvent();
    if (event.shouldCommit()) {
      event.checkerId = checkerId;
      event.kind = kind;
      event.resourceId = resourceId;
      event.resourceType = type;
      event.message = message;
      event.commit();
    }
  }

  private static void fill(LeakedEvent event, Resource resource) {
    event.checkerId = resource.checkerId();
    event.resourceId = resource.resourceId();
    event.resourceType = resource.type();
    event.refCount = resource.refCount();
    event.age = resource.ageMillis();
    event.state = resource.lost() ? "lost" : "held";
    event.fingerprint = resource.fingerprint();
    event.ownerId = resource.ownerId();
    event.bytes = resource.bytes();
    event.followed = resource.followed();
  }
}
