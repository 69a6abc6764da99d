package dev.rollcall.internal.exit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakMode;
import dev.rollcall.SiteMode;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.check.State;
import dev.rollcall.internal.live.CoarseClock;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.settings.Settings;
import dev.rollcall.testing.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** How many traces are resolved at a time: what that costs goes by their frames. */
class OldTracesTest {
  private static final int MANY = 1_000;

  /**
   * How many of {@value #MANY} traces with so many frames more are left after one share of work.
   */
  private static long left(int depth) {
    State state = new State(1, Settings.separate(LeakMode.WARN, SiteMode.ALWAYS, ""), null);
    ActiveChecker checker = new ActiveChecker(state);
    CoarseClock.tick();
    List<Object> held = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      open(checker, depth, held);
    }
    CoarseClock.tick();
    awaitAge(CoarseClock.now());
    OldTraces.of(state);
    new OldTraces().resolve();
    assertThat(held).hasSize(MANY);
    return state.live.all().stream().filter(Entry::holdsTrace).count();
  }

  /** Waits until what was registered by a time is old enough, by the clock that says so. */
  private static void awaitAge(int time) {
    while (CoarseClock.now() - time <= OldTraces.OLD + 1) {
      LockSupport.parkNanos(10_000_000);
      CoarseClock.tick();
    }
  }

  private static void open(ActiveChecker checker, int depth, List<Object> held) {
    if (depth > 0) {
      open(checker, depth - 1, held);
    } else {
      held.addAll(Program.open(checker, 1));
    }
  }

  @Test
  void ofDeepStacksFewerAreResolved() {
    assertThat(left(0)).isLessThan(MANY / 4);
    assertThat(left(900)).isBetween(MANY * 8 / 10L, MANY * 95 / 100L);
  }
}
