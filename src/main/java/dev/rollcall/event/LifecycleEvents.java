package dev.rollcall.event;

import org.jspecify.annotations.Nullable;

/**
 * Commits the steps of a resource's life. Call only when {@link EventDoor#isOpen()}: this class
 * loads JFR. Each method checks that its event is enabled before it creates one. A caller that
 * advances a sequence only for steps that are recorded asks {@code retainsOn} and the like first.
 */
public final class LifecycleEvents {
  private LifecycleEvents() {}

  /** Whether {@code rollcall.Retain} is being recorded. */
  public static boolean retainsOn() {
    return RetainEvent.isOn();
  }

  /** Whether {@code rollcall.Release} is being recorded. */
  public static boolean releasesOn() {
    return ReleaseEvent.isOn();
  }

  /** Whether {@code rollcall.Touch} is being recorded. */
  public static boolean touchesOn() {
    return TouchEvent.isOn();
  }

  /** Whether {@code rollcall.Use} is being recorded. */
  public static boolean usesOn() {
    return UseEvent.isOn();
  }

  /** Commits {@code rollcall.Register}; {@code ownerId} is 0 when nobody owns the resource. */
  public static void register(
      int checkerId, long resourceId, Class<?> type, @Nullable String description, long ownerId) {
    if (!RegisterEvent.isOn()) {
      return;
    }
    RegisterEvent event = new RegisterEvent();
    if (!event.shouldCommit()) {
      return;
    }
    event.checkerId = checkerId;
    event.resourceId = resourceId;
    event.resourceType = type;
    event.description = description;
    event.ownerId = ownerId;
    event.commit();
  }

  /** Commits {@code rollcall.Unregister}; {@code sequence} is that of the last step. */
  public static void unregister(int checkerId, long resourceId, Class<?> type, int sequence) {
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
    event.commit();
  }

  /** Commits {@code rollcall.Retain} with the resulting count; {@code ownerId} is 0 for nobody. */
  public static void retain(
      int checkerId, long resourceId, Class<?> type, long refCount, int sequence, long ownerId) {
    if (!RetainEvent.isOn()) {
      return;
    }
    RetainEvent event = new RetainEvent();
    if (!event.shouldCommit()) {
      return;
    }
    event.checkerId = checkerId;
    event.resourceId = resourceId;
    event.resourceType = type;
    event.refCount = refCount;
    event.sequence = sequence;
    event.ownerId = ownerId;
    event.commit();
  }

  /** Commits {@code rollcall.Release} with the resulting count; {@code ownerId} is 0 for nobody. */
  public static void release(
      int checkerId, long resourceId, Class<?> type, long refCount, int sequence, long ownerId) {
    if (!ReleaseEvent.isOn()) {
      return;
    }
    ReleaseEvent event = new ReleaseEvent();
    if (!event.shouldCommit()) {
      return;
    }
    event.checkerId = checkerId;
    event.resourceId = resourceId;
    event.resourceType = type;
    event.refCount = refCount;
    event.sequence = sequence;
    event.ownerId = ownerId;
    event.commit();
  }

  /** Commits {@code rollcall.Touch}. */
  public static void touch(
      int checkerId, long resourceId, Class<?> type, @Nullable String note, int sequence) {
    if (!TouchEvent.isOn()) {
      return;
    }
    TouchEvent event = new TouchEvent();
    if (!event.shouldCommit()) {
      return;
    }
    event.checkerId = checkerId;
    event.resourceId = resourceId;
    event.resourceType = type;
    event.note = note;
    event.sequence = sequence;
    event.commit();
  }

  /** Commits {@code rollcall.Use}. */
  public static void use(int checkerId, long resourceId, Class<?> type, int sequence) {
    if (!UseEvent.isOn()) {
      return;
    }
    UseEvent event = new UseEvent();
    if (!event.shouldCommit()) {
      return;
    }
    event.checkerId = checkerId;
    event.resourceId = resourceId;
    event.resourceType = type;
    event.sequence = sequence;
    event.commit();
  }
}
