package dev.rollcall.analysis.context;

import dev.rollcall.recording.ContextEvent.TestRan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** When tests ran. */
final class Intervals {
  private final List<TestRan> byStart;

  /** The latest end of the tests up to one. */
  private final long[] latestEnd;

  Intervals(Collection<TestRan> tests) {
    byStart =
        tests.stream()
            .sorted(Comparator.comparingLong((TestRan test) -> test.moment().time()))
            .toList();
    latestEnd = new long[byStart.size()];
    long latest = Long.MIN_VALUE;
    for (int i = 0; i < latestEnd.length; i++) {
      latest = Math.max(latest, byStart.get(i).end());
      latestEnd[i] = latest;
    }
  }

  /** The test that ran at a time, or two of those that did. */
  List<TestRan> atMostTwo(long time) {
    List<TestRan> found = new ArrayList<>(2);
    for (int i = begunBy(time) - 1; i >= 0 && found.size() < 2 && latestEnd[i] >= time; i--) {
      if (byStart.get(i).end() >= time) {
        found.add(byStart.get(i));
      }
    }
    return found;
  }

  private int begunBy(long time) {
    int low = 0;
    int high = byStart.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byStart.get(middle).moment().time() > time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
