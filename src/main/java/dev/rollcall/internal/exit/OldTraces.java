package dev.rollcall.internal.exit;

import dev.rollcall.internal.check.State;
import dev.rollcall.internal.live.CoarseClock;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.KnownSite;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Sees to it that no trace is held for longer than a second, because a trace keeps the classes of
 * its frames, and so their class loaders, in memory for as long as it is held.
 *
 * <p>The rule: what has lived for half a second has its trace resolved, and what ended half a
 * second ago is remembered without one. Most resources end before that and cost nothing, and a
 * registration costs what it did. To resolve a trace takes about 5 µs and half of one for each
 * frame. So that this is never felt, 100,000 frames are resolved in a second, those of 2,500 traces
 * of 30 frames, a twentieth of one core's time at most; ten times as many may be saved up for a
 * burst. Where stacks are deep, so much the fewer of them are resolved.
 *
 * <p>For the watching thread only, but for {@link #of}.
 */
final class OldTraces {
  /** In tenths of a second, as {@link CoarseClock}. */
  static final int OLD = 5;

  private static final int PERIOD = 4;

  /** What a trace costs beside its frames, in frames. */
  private static final int TRACE = 10;

  private static final int SHARE = 20_000;
  private static final int MOST_SAVED = 1_000_000;

  /** In one go, because the clock waits meanwhile. */
  private static final int MOST = 100_000;

  private static final Set<State> CHECKERS =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private final Deque<Entry> found = new ArrayDeque<>();
  private int searched = -PERIOD;
  private int saved = MOST_SAVED;

  /** Includes the traces of a checker, up to when nobody holds it any more. */
  static void of(State state) {
    CHECKERS.add(state);
  }

  /** Takes its next share of the work, if there is any; called five times a second at most. */
  void resolve() {
    if (found.isEmpty() && CoarseClock.now() - searched >= PERIOD) {
      searched = CoarseClock.now();
      checkers().forEach(this::search);
    }
    saved = Math.min(MOST_SAVED, saved + SHARE);
    int left = Math.min(saved, MOST);
    saved -= left;
    Entry entry;
    while (left > 0 && (entry = found.poll()) != null) {
      if (!entry.hasEnded()) {
        KnownSite site = entry.site();
        left -= TRACE + (site == null ? 0 : site.frames().size());
      }
    }
    for (State state : checkers()) {
      int frames;
      while (left > 0 && (frames = state.byCollector.resolve()) > 0) {
        left -= TRACE + frames;
      }
    }
    saved += left;
  }

  private static List<State> checkers() {
    synchronized (CHECKERS) {
      return List.copyOf(CHECKERS);
    }
  }

  private void search(State state) {
    int old = CoarseClock.now() - OLD;
    state.lately.forgetTraces(old);
    if (!state.sites.isEmpty()) {
      long before = CoarseClock.millis(old);
      state.live.look(
          entry -> {
            boolean holds = entry.holdsTrace();
            if (holds && entry.registeredAt() > before) {
              return false;
            }
            if (holds) {
              found.add(entry);
            }
            return true;
          });
    }
  }
}
