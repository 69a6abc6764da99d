package dev.rollcall.event;

import org.jspecify.annotations.Nullable;

/**
 * Commits the steps of a resource's life. Call only when {@link EventDoor#isOpen()}: this class
 * loads JFR.
 */
public final class LifecycleEvents {
  private LifecycleEvents() {}

  /** Whether steps of a kind are being recorded; only those advance a sequence. */
  public static boolean isOn(StepKind kind) {
    return switch (kind) {
      case RETAIN -> RetainEvent.isOn();
      case RELEASE -> ReleaseEvent.isOn();
      case TOUCH -> TouchEvent.isOn();
      case USE -> UseEvent.isOn();
    };
  }

  /**
   * How many lives of each type a second the recordings want; {@link LivesSetting#ALL} where they
   * want all, or none runs.
   */
  public static int lives() {
    int lives = LivesSetting.OfSteps.perSecond;
    return lives == LivesSetting.ALL || RegisterEvent.isOn() ? lives : LivesSetting.ALL;
  }

  /** The same of the lives whose uses they want. */
  public static int livesWithUses() {
    int lives = LivesSetting.OfUses.perSecond;
    return lives == LivesSetting.ALL || UseEvent.isOn() ? lives : LivesSetting.ALL;
  }

  /**
   * Commits {@code rollcall.Register}; {@code ownerId} is 0 when nobody owns the resource, {@code
   * bytes} when it was not said how many it holds; {@code uses} says whether its uses are to be
   * recorded.
   */
  public static void register(
      int checkerId,
      long resourceId,
      Class<?> type,
      @Nullable String description,
      long ownerId,
      long bytes,
      boolean uses) {
    if (!RegisterEvent.isOn()) {
      return;
    }
    try {
      RegisterEvent event = new RegisterEvent();
      if (!event.shouldCommit()) {
        return;
      }
      event.checkerId = checkerId;
      event.resourceId = resourceId;
      event.resourceType = type;
      event.description = description;
      event.ownerId = ownerId;
      event.bytes = bytes;
      event.uses = uses;
      event.commit();
    } catch (OutOfMemoryError untold) {
      // It is registered: what tells of it must not say that it is not.
    }
  }

  /** Commits {@code rollcall.Unregister}; {@code sequence} is that of the last step. */
  public static void unregister(
      int checkerId, long resourceId, Class<?> type, int sequence, boolean byCollector) {
    if (!UnregisterEvent.isOn()) {
      return;
    }
    UnregisterEvent event = new UnregisterEvent();
    if (!event.shouldCommit()) {
      return;
    }
    event.checkerId = checkerId;
    event.resourceId = resourceId;
    event.resourceType = type;
    event.sequence = sequence;
    event.byCollector = byCollector;
    event.commit();
  }

  /**
   * Commits {@code rollcall.Unregister} of a resource whose last reference was released by that.
   * The event is that of the release, too, if those are recorded.
   *
   * @param ownerId who had the reference; 0 for nobody
   */
  public static void lastRelease(
      int checkerId,
      long resourceId,
      Class<?> type,
      int sequence,
      boolean byCollector,
      long ownerId) {
    boolean isRelease = ReleaseEvent.isOn();
    if (!UnregisterEvent.isOn()) {
      if (isRelease) {
        step(StepKind.RELEASE, checkerId, resourceId, type, sequence, 0, null, ownerId);
      }
      return;
    }
    UnregisterEvent event = new UnregisterEvent();
    if (!event.shouldCommit()) {
      return;
    }
    event.checkerId = checkerId;
    event.resourceId = resourceId;
    event.resourceType = type;
    event.sequence = sequence;
    event.byCollector = byCollector;
    event.lastRelease = isRelease;
    event.ownerId = isRelease ? ownerId : 0;
    event.commit();
  }

  /**
   * Commits a step of a kind that {@link #isOn}.
   *
   * @param refCount the resulting count, of a kind that counts
   * @param note what a touch says; null for the others
   * @param ownerId who has or had the reference; 0 for nobody
   */
  public static void step(
      StepKind kind,
      int checkerId,
      long resourceId,
      Class<?> type,
      int sequence,
      long refCount,
      @Nullable String note,
      long ownerId) {
    // Each commits for itself: a common method would be one more frame of each stack.
    switch (kind) {
      case RETAIN -> {
        RetainEvent event = new RetainEvent();
        if (event.shouldCommit()) {
          fill(event, checkerId, resourceId, type, sequence);
          event.refCount = refCount;
          event.ownerId = ownerId;
          event.commit();
        }
      }
      case RELEASE -> {
        ReleaseEvent event = new ReleaseEvent();
        if (event.shouldCommit()) {
          fill(event, checkerId, resourceId, type, sequence);
          event.refCount = refCount;
          event.ownerId = ownerId;
          event.commit();
        }
      }
      case TOUCH -> {
        TouchEvent event = new TouchEvent();
        if (event.shouldCommit()) {
          fill(event, checkerId, resourceId, type, sequence);
          event.note = note;
          event.commit();
        }
      }
      case USE -> {
        UseEvent event = new UseEvent();
        if (event.shouldCommit()) {
          fill(event, checkerId, resourceId, type, sequence);
          event.commit();
        }
      }
    }
  }

  private static void fill(
      StepEvent event, int checkerId, long resourceId, Class<?> type, int sequence) {
    event.checkerId = checkerId;
    event.resourceId = resourceId;
    event.resourceType = type;
    event.sequence = sequence;
  }
}
