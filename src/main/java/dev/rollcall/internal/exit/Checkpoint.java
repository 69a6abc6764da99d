package dev.rollcall.internal.exit;

import dev.rollcall.common.Bytes;
import dev.rollcall.common.Phase;
import dev.rollcall.common.SiteText;
import dev.rollcall.event.CheckEvents;
import dev.rollcall.event.CheckEvents.Totals;
import dev.rollcall.event.EventDoor;
import dev.rollcall.internal.check.RollCall;
import dev.rollcall.internal.check.State;
import dev.rollcall.internal.live.Detail;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.KnownSite;
import dev.rollcall.internal.live.TypeCount;
import dev.rollcall.internal.outside.Shutdown;
import dev.rollcall.internal.overdue.OverdueWatch;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Writes the live map into the recording when a chunk ends: what lives one by one, the oldest
 * {@value #CAP} of them, the others as exact numbers per group, and exact totals. So a recording
 * whose old chunks are gone still knows what lives.
 *
 * <p>Runs under JFR's lock and takes none that a caller of JFR could hold.
 */
final class Checkpoint {
  /** How many live resources of a checker are written one by one. */
  static final int CAP = 10_000;

  static final EventDoor.Callbacks CALLBACKS =
      new EventDoor.Callbacks() {
        @Override
        public void recordingStarted() {
          Checkers.all().forEach(Checkpoint::start);
        }

        @Override
        public void chunkEnds() {
          boolean exiting = Shutdown.hasBegun();
          if (exiting) {
            ExitCheck.awaitResult();
          }
          Checkers.all().forEach(state -> write(state, exiting ? Phase.EXIT : Phase.CHUNK));
        }

        @Override
        public void curve() {
          Checkers.all().forEach(Checkpoint::curve);
        }
      };

  private Checkpoint() {}

  /**
   * Writes what there was when a recording, or a checker within it, started, or when the door
   * opened to one that was running. No registration is lost in between: it is counted before it
   * looks whether the door is open, and the door is open before this reads the counts. So one that
   * found the door shut, and has no event, is in these totals.
   */
  static void start(State state) {
    long unregistered = state.types.unregistered();
    long unfollowedEnded = state.types.unfollowedEnded();
    long live = 0;
    long ignored = 0;
    for (Entry entry : state.live.all()) {
      live++;
      ignored += entry.isIgnored() ? 1 : 0;
    }
    long registered = state.types.registered();
    CheckEvents.checkpoint(
        state.id,
        Phase.START.word(),
        new Totals(
            registered, unregistered, live, ignored, state.types.unfollowed(), unfollowedEnded),
        0,
        state.settings.labels().text());
  }

  /** Writes what lives when a checker of its own, which no later checkpoint knows, has ended. */
  static void last(State state) {
    write(state, Phase.EXIT);
  }

  private static void write(State state, Phase phase) {
    CheckEvents.Checkpoint event = CheckEvents.beginCheckpoint();
    state.beforeCheck.run();
    long now = System.currentTimeMillis();
    long unregistered = state.types.unregistered();
    long unfollowedEnded = state.types.unfollowedEnded();
    Oldest oldest = new Oldest(state.live.all());
    oldest.entries.forEach(entry -> live(state, entry, now));
    oldest.beyond.forEach(
        (group, rest) ->
            CheckEvents.liveGroup(
                state.id,
                group.type.type(),
                group.fingerprint,
                rest.site == null ? null : SiteText.print(rest.site.frames()),
                rest.count,
                group.isIgnored,
                rest.bytes));
    long registered = state.types.registered();
    event.end(
        state.id,
        phase.word(),
        new Totals(
            registered,
            unregistered,
            oldest.live,
            oldest.ignored,
            state.types.unfollowed(),
            unfollowedEnded),
        oldest.entries.size(),
        state.settings.labels().text());
  }

  private static void live(State state, Entry entry, long now) {
    KnownSite site = entry.site();
    Detail detail = entry.detail();
    CheckEvents.live(
        RollCall.resource(state.id, entry, site, now, entry.isLost(), RollCall.refCount(entry)),
        entry.registeredAt(),
        detail == null ? null : detail.thread,
        entry.sequence(),
        site == null ? null : SiteText.print(site.frames()),
        detail == null ? null : detail.description,
        entry.isIgnored());
    OverdueWatch.recordAgain(entry);
  }

  private static void curve(State state) {
    state.oldest.refresh(state.types.all());
    long now = System.currentTimeMillis();
    for (TypeCount count : state.types.all()) {
      long unregistered = count.unregistered.sum();
      long registered = count.registered.sum();
      if (registered > 0) { // else resources of the type were misused only
        CheckEvents.liveCount(
            state.id,
            count.type(),
            new CheckEvents.TypeCount(
                registered,
                unregistered,
                count.bytes(),
                state.oldest.ageMillis(count, now),
                count.overdue()));
      }
    }
  }

  /** The oldest entries, found in one pass without sorting them all; the others by group. */
  private static final class Oldest {
    record Group(TypeCount type, @Nullable String fingerprint, boolean isIgnored) {}

    /**
     * One of the sites of a group, which differ in line numbers only, how many there are and what
     * they hold.
     */
    static final class Rest {
      final @Nullable KnownSite site;
      long count;
      long bytes;

      Rest(@Nullable KnownSite site) {
        this.site = site;
      }
    }

    final PriorityQueue<Entry> entries =
        new PriorityQueue<>(Collections.reverseOrder(Entry::compareByAge));
    final Map<Group, Rest> beyond = new HashMap<>();
    long live;
    long ignored;

    Oldest(Collection<Entry> all) {
      for (Entry entry : all) {
        live++;
        ignored += entry.isIgnored() ? 1 : 0;
        entries.add(entry);
        if (entries.size() > CAP) {
          Entry youngest = entries.remove();
          KnownSite site = youngest.site();
          String fingerprint = site == null ? null : site.fingerprint();
          Rest rest =
              beyond.computeIfAbsent(
                  new Group(youngest.type, fingerprint, youngest.isIgnored()),
                  key -> new Rest(site));
          rest.count++;
          rest.bytes = Bytes.plus(rest.bytes, youngest.bytes());
        }
      }
    }
  }
}
