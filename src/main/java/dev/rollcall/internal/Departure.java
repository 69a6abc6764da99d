package dev.rollcall.internal;

import static java.util.Objects.requireNonNull;

import dev.rollcall.event.EventDoor;
import dev.rollcall.event.LifecycleEvents;
import dev.rollcall.internal.check.CollectorThread;
import dev.rollcall.internal.check.Ended;
import dev.rollcall.internal.check.State;
import dev.rollcall.internal.live.CoarseClock;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.Quarantine;
import dev.rollcall.internal.live.Quiescence;
import dev.rollcall.internal.live.ThreadName;
import dev.rollcall.internal.live.Trace;

/** How a resource leaves: out of the live map, into the totals, into the recording. */
final class Departure {
  private final State state;
  private final Ended ended;
  private final Quiescence quiescence;

  /**
   * One of a checker.
   *
   * @param ended remembers for a while what has left
   * @param quiescence is told of each that has
   */
  Departure(State state, Ended ended, Quiescence quiescence) {
    this.state = state;
    this.ended = ended;
    this.quiescence = quiescence;
  }

  /**
   * Takes a resource out of the live map; only one of several calls for it returns true. To be
   * called where there is room for all of it: {@link StackRoom}.
   *
   * @param lastRelease whether its last reference was released by that, at a sequence of its own
   */
  boolean end(Object resource, boolean lastRelease, int sequence, long ownerId) {
    Entry entry = state.live.remove(requireNonNull(resource));
    if (entry == null && CollectorThread.isFinalizer()) {
      entry = state.live.removeFinalized(resource, state.types.get(resource.getClass()));
    }
    if (entry == null) {
      return false;
    }
    entry.end();
    if (!entry.isFollowed()) {
      entry.type.unfollowedEnded.increment(); // first, too
    }
    entry.type.unregistered.increment();
    if (entry.type.holdsBytes()) {
      entry.type.addBytes(-entry.bytes());
    }
    entry.released();
    boolean byCollector = CollectorThread.isCurrent();
    try {
      if (byCollector) {
        state.byCollector.add(entry);
      }
      ended.add(
          resource,
          new Quarantine.End(
              entry,
              ThreadName.current(),
              CoarseClock.now(),
              state.sites.ofReleases() ? new Trace() : null));
      if (entry.isFollowed() && EventDoor.isOpen()) {
        Class<?> type = entry.typeOf(resource);
        if (lastRelease) {
          LifecycleEvents.lastRelease(state.id, entry.id, type, sequence, byCollector, ownerId);
        } else {
          LifecycleEvents.unregister(state.id, entry.id, type, entry.sequence(), byCollector);
        }
      }
    } catch (OutOfMemoryError untold) {
      // It has left and is counted. The totals tell a reader of the recording that something is
      // missing.
    }
    state.sites.release(entry);
    quiescence.unregistered();
    return true;
  }
}
