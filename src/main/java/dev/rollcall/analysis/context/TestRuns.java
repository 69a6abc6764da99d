package dev.rollcall.analysis.context;

import dev.rollcall.recording.ContextEvent.TestPlanRan;
import dev.rollcall.recording.ContextEvent.TestRan;
import dev.rollcall.recording.Moment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which test ran where and when. What was done on the thread of a test while it ran was done in it;
 * what was done on another thread, only if no other test ran at the time. That one did not run is
 * known only of a plan that was carried out to its end, for a test is recorded when it ends.
 *
 * <p>If there are very many tests none is named: one that is left out might have been the one.
 */
final class TestRuns {
  private static final int MOST = 1 << 17;

  private final Set<TestRan> tests = new HashSet<>();
  private final Set<TestPlanRan> plans = new HashSet<>();
  private final Map<Long, Intervals> byThread = new HashMap<>();
  private Intervals all = new Intervals(List.of());
  private boolean indexed;

  void add(TestRan test) {
    if (tests.size() <= MOST) {
      tests.add(test);
      indexed = false;
    }
  }

  void add(TestPlanRan plan) {
    if (plans.size() < MOST) {
      plans.add(plan);
    }
  }

  void addAll(TestRuns other) {
    other.tests.forEach(this::add);
    other.plans.forEach(this::add);
  }

  private void index() {
    if (indexed) {
      return;
    }
    byThread.clear();
    boolean tooMany = tests.size() > MOST;
    Map<Long, List<TestRan>> threads = new HashMap<>();
    for (TestRan test : tooMany ? Set.<TestRan>of() : tests) {
      threads.computeIfAbsent(test.moment().thread().id(), id -> new ArrayList<>()).add(test);
    }
    threads.forEach((id, ran) -> byThread.put(id, new Intervals(ran)));
    all = new Intervals(tooMany ? Set.of() : tests);
    indexed = true;
  }

  /** The test in which something was done; null where that is not certain. */
  @Nullable TestRan at(Moment moment) {
    index();
    Intervals onThread = byThread.get(moment.thread().id());
    List<TestRan> own = onThread == null ? List.of() : onThread.atMostTwo(moment.time());
    if (!own.isEmpty()) {
      return own.size() == 1 ? own.get(0) : null;
    }
    List<TestRan> any = all.atMostTwo(moment.time());
    return any.size() == 1 && isCarriedOut(moment.time()) ? any.get(0) : null;
  }

  private boolean isCarriedOut(long time) {
    return plans.stream().anyMatch(plan -> plan.moment().time() <= time && time <= plan.end());
  }

  /** Whether two moments of a thread are not known to be in different tests. */
  boolean areInOne(Moment one, Moment other) {
    return Objects.equals(onThread(one), onThread(other));
  }

  private @Nullable TestRan onThread(Moment moment) {
    index();
    Intervals onThread = byThread.get(moment.thread().id());
    List<TestRan> own = onThread == null ? List.of() : onThread.atMostTwo(moment.time());
    return own.size() == 1 ? own.get(0) : null;
  }
}
