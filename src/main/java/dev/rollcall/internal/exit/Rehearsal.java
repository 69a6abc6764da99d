package dev.rollcall.internal.exit;

import dev.rollcall.LeakReport;
import dev.rollcall.common.Stderr;
import dev.rollcall.common.Trigger;
import dev.rollcall.internal.check.State;
import dev.rollcall.internal.live.Detail;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.Trace;
import dev.rollcall.internal.live.TypeCount;
import dev.rollcall.internal.outside.Aside;
import dev.rollcall.internal.outside.Shutdown;
import dev.rollcall.internal.settings.Settings;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Runs the check at exit once, soon after the start, with leaks that are made up and with nobody to
 * hear of them. So the classes that it needs, the JDK's included, are there when metaspace is gone
 * by the time of the exit, or a jar has been replaced.
 */
final class Rehearsal {
  /** Long enough to look for the application's hooks. */
  private static final Duration MOMENT = Duration.ofMillis(50);

  private static final CountDownLatch DONE = new CountDownLatch(1);

  private Rehearsal() {}

  /** Rehearses; what goes wrong here would go wrong at exit, and is said there. */
  static void run(Settings settings) throws InterruptedException {
    try {
      State state = State.rehearsal(settings);
      leak(state);
      Ending ending = new Ending(state, ShutdownThreads.rehearsal(), MOMENT, MOMENT);
      ending.begin();
      ending.awaitQuiet();
      LeakReport report = new FinalCheck(state).get(Trigger.EXIT);
      String text = ExitReport.whole(state, report, state.reported(), ExitReport.recordings());
      String complaint = NettyHook.isUnused() ? NettyHook.complaint() : "";
      byte[] unused = Stderr.encoded(text + complaint + TestRunner.isPresent());
      new Aside(() -> {}).start("rollcall-rehearsal").awaitWhole(Shutdown.patience());
      Set<Thread> waiting = ConcurrentHashMap.newKeySet();
      waiting.add(Thread.currentThread());
      ending.awaitOthers(waiting);
      new LastWord(state).rehearse();
    } catch (RuntimeException | Error notReady) {
      // It is said at exit.
    } finally {
      DONE.countDown();
    }
  }

  /** Waits until it is over. */
  static void await() throws InterruptedException {
    DONE.await();
  }

  /** One leak of each kind that a report tells apart. */
  private static void leak(State state) {
    for (int id = 1; id <= 10; id++) {
      Object resource = id == 1 ? state : new Object();
      TypeCount type = state.types.get(resource.getClass());
      Detail detail =
          id == 2
              ? null
              : Detail.of(
                  "a description",
                  new Trace(),
                  id == 3 ? 1 : 0,
                  id == 1 || id == 5 ? 4096 : 0,
                  type.newSteps());
      Entry entry = new Entry(resource, id, type, detail);
      state.live.putIfAbsent(resource, entry);
      type.registered.increment();
      if (id == 4) {
        entry.clear();
      }
    }
  }
}
