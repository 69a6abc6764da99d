package dev.rollcall.internal.overdue;

import dev.rollcall.event.CheckEvents;
import dev.rollcall.event.EventDoor;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.Steps;
import dev.rollcall.internal.live.ThreadName;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A resource that was found overdue.
 *
 * <p>Its release races with the look that finds it, and neither waits for the other. Three atomic
 * steps decide:
 *
 * <ol>
 *   <li>The watching thread puts this into the resource's {@code Held} where there is nothing yet;
 *       the releasing thread, once the entry has left the live map, swaps in that it is released.
 *       If the release comes first, the resource is never called overdue. If the call comes first,
 *       the resource was overdue and not released at that moment, and the release finds this.
 *   <li>The watching thread commits the event, then moves the phase from {@code CALLED} to {@code
 *       TOLD}.
 *   <li>The release moves the phase to {@code RETURNED}. Whoever comes second of these two has both
 *       facts and tells of the return: the releasing thread if the phase was {@code TOLD}, the
 *       watching thread if its own step fails. So a return is told once, always after the call, and
 *       never without one; and no warning of a resource is given that has returned by then.
 * </ol>
 *
 * <p>Most releases do not take even the first step: {@code TypeCount.isOverdue} says why.
 */
final class LateResource implements Steps.Late {
  private enum Phase {
    CALLED,
    TOLD,
    RETURNED
  }

  final Entry entry;
  final LateGroup group;
  private final int checkerId;
  private final Queue<LateResource> returned;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.CALLED);

  private final AtomicBoolean left = new AtomicBoolean();

  /** Whether it has an event of its own. */
  volatile boolean recorded;

  /** The pass in which it was last seen; for the watching thread. */
  int seenIn;

  /** Whether it is counted in the event of another. */
  volatile boolean counted;

  /** When it returned, and by whom. Written before it is. */
  private long returnedAt;

  private String returnedBy = "";

  LateResource(Entry entry, LateGroup group, int checkerId, Queue<LateResource> returned) {
    this.entry = entry;
    this.group = group;
    this.checkerId = checkerId;
    this.returned = returned;
  }

  /** Ends the finding of it; false if it was released meanwhile. */
  boolean isTold() {
    if (phase.compareAndSet(Phase.CALLED, Phase.TOLD)) {
      return true;
    }
    tellReturn();
    return false;
  }

  @Override
  public void released() {
    try {
      returnedAt = System.currentTimeMillis();
      returnedBy = ThreadName.current();
    } catch (OutOfMemoryError spent) {
      // Then nobody knows by whom.
    }
    if (phase.getAndSet(Phase.RETURNED) == Phase.TOLD) {
      tellReturn();
    }
  }

  /** One that was to be counted in the event of another gets that event. */
  void hasEvent() {
    recorded = true;
    counted = false;
  }

  /** It is overdue no longer: it was released, or is ignored from now on. */
  void leave() {
    if (left.compareAndSet(false, true)) {
      group.type.addOverdue(-1);
    }
  }

  private void tellReturn() {
    leave();
    try {
      if (recorded && EventDoor.isOpen()) {
        CheckEvents.beginOverdue()
            .returned(event(returnedAt), group.returnedUncounted.getAndSet(0));
      } else if (counted) {
        group.returnedUncounted.getAndIncrement();
      }
      if (!entry.isIgnored()) {
        returned.add(this);
      }
    } catch (OutOfMemoryError untold) {
      // It has returned and is counted.
    }
  }

  /**
   * Commits one more event of it while it is overdue; but not if it is counted in the event of
   * another, for that would count it twice. Its release either finds that it has an event, or is
   * found here.
   */
  void recordAgain() {
    if (phase.get() != Phase.TOLD || counted) {
      return;
    }
    recorded = true;
    if (phase.get() == Phase.TOLD) {
      Holder holder = Holder.of(entry);
      CheckEvents.beginOverdue()
          .found(event(System.currentTimeMillis()), holder.name(), holder.hasEnded(), null, 0);
    }
  }

  /** Commits an event of those that returned and are not counted in one yet, if there are any. */
  void recordOthers() {
    long number = group.returnedUncounted.getAndSet(0);
    if (number > 0) {
      CheckEvents.beginOverdue().returned(event(returnedAt), number - 1);
    }
  }

  /** Milliseconds from its registration until it returned. */
  long returnedAfter() {
    return ageAt(returnedAt);
  }

  /** The name of the thread that released it. */
  String returnedBy() {
    return returnedBy;
  }

  /** What an event says of it. */
  CheckEvents.Late event(long now) {
    return new CheckEvents.Late(
        checkerId,
        entry.id,
        group.type.type(),
        group.site == null ? null : group.fingerprint,
        group.siteText(),
        ageAt(now),
        group.expectedMillis);
  }

  private long ageAt(long now) {
    return Math.max(0, now - entry.registeredAt());
  }
}
