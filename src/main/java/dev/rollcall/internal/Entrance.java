package dev.rollcall.internal;

import dev.rollcall.internal.check.Explain;
import dev.rollcall.internal.check.Misuse;
import dev.rollcall.internal.check.State;
import dev.rollcall.internal.follow.Extent;
import dev.rollcall.internal.live.CoarseClock;
import dev.rollcall.internal.live.Detail;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.ResourceIds;
import dev.rollcall.internal.live.ScopedDetail;
import dev.rollcall.internal.live.Trace;
import dev.rollcall.internal.live.TypeCount;
import dev.rollcall.internal.scope.Blame;
import org.jspecify.annotations.Nullable;

/**
 * How a resource enters: decides what is kept of it, puts it into the live map, and counts it. The
 * event is its caller's.
 */
final class Entrance {
  private final State state;

  Entrance(State state) {
    this.state = state;
  }

  /**
   * Puts an entry into the live map and counts it; null if the resource had one. Needs no memory
   * once it has put the entry there.
   */
  @Nullable Entry enter(
      Object resource,
      Class<?> resourceType,
      @Nullable String description,
      long ownerId,
      long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException(
          "A resource cannot hold "
              + bytes
              + " bytes: say how many it holds, or 0 where that is not known");
    }
    StackRoom.askForLife();
    TypeCount type = state.types.get(resourceType);
    Extent extent = Extent.ofNext(type.lives, type.uses, CoarseClock.now());
    boolean traced = state.sites.wanted();
    Entry entry;
    Entry present;
    try {
      Trace trace = traced ? new Trace() : null;
      Blame blame = state.blame();
      Detail detail =
          blame != null
              ? ScopedDetail.of(description, trace, blame, ownerId, bytes, type.newSteps(extent))
              : trace == null
                      && description == null
                      && ownerId == 0
                      && bytes == 0
                      && type.expected == null
                  ? null
                  : Detail.of(description, trace, ownerId, bytes, type.newSteps(extent));
      if (bytes != 0) {
        type.willHoldBytes();
      }
      entry = Entry.of(resource, ResourceIds.next(), type, detail, extent);
      present = state.live.putIfAbsent(resource, entry);
    } catch (OutOfMemoryError spent) {
      if (traced) {
        state.sites.notTaken();
      }
      throw spent;
    }
    if (present != null) {
      state.sites.release(entry);
      state.misuses.report(
          Misuse.DOUBLE_REGISTER, present.id, resourceType, Explain.doubleRegister(present));
      return null;
    }
    if (!entry.isFollowed()) {
      type.unfollowed.increment(); // before it counts as registered; see CheckEvents.Totals
    }
    type.registered.increment();
    if (bytes != 0) {
      type.addBytes(bytes);
    }
    return entry;
  }
}
