package dev.rollcall.internal.check;

import dev.rollcall.LeakReport;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.ScopedDetail;
import java.time.Instant;
import java.util.List;

/** What is live and no test has told of, when a test run ends. */
public final class Unreported {
  private Unreported() {}

  /**
   * Whether it is one of these. What the tests share, as a cached context of Spring, is released
   * after them, so that only the check at exit can tell.
   */
  static boolean has(Entry entry) {
    return !entry.isIgnored()
        && !entry.isReported()
        && !(entry.detail() instanceof ScopedDetail detail && detail.blame.scope().isShared());
  }

  /**
   * A report of it, in which only that counts as leaked; clean if there is none. From now on it
   * counts as told of. Nothing is committed: a recording has the check at exit, which also knows
   * what was released since. So the report has no number of a check.
   */
  public static LeakReport take(State state) {
    long now = System.currentTimeMillis();
    state.beforeCheck.run();
    long unregistered = state.types.unregistered();
    List<Entry> all = state.live.all();
    List<Entry> taken = all.stream().filter(Unreported::has).toList();
    Groups groups = new Groups();
    Leaked.of(taken)
        .forEach(
            (entry, root) -> {
              groups.add(entry, root, entry.site(), now, entry.isLost(), RollCall.refCount(entry));
              entry.detailed().reported = true;
            });
    return new LeakReport(
        state.id,
        0,
        Instant.ofEpochMilli(now),
        state.types.registered(),
        unregistered,
        all.stream().filter(Entry::isIgnored).count(),
        groups.leaked(),
        state.misuses.count(),
        groups.sitesKnown(),
        groups.sorted(),
        state.byCollector.all());
  }
}
