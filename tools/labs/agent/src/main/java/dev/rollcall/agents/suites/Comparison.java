package dev.rollcall.agents.suites;

import dev.rollcall.agents.suites.TestResults.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs of the same tests, some without the agent and some with it, test by test.
 *
 * @param differing tests that passed whenever they ran without the agent, and never with it
 * @param unsteady tests that ended in different ways, but not because of the agent
 * @param failing tests that fail either way
 */
record Comparison(List<String> differing, List<String> unsteady, List<String> failing) {
  static Comparison of(List<TestResults> without, List<TestResults> with) {
    List<String> differing = new ArrayList<>();
    List<String> unsteady = new ArrayList<>();
    List<String> failing = new ArrayList<>();
    Map<String, End> all = new TreeMap<>();
    without.forEach(results -> all.putAll(results.ends()));
    with.forEach(results -> all.putAll(results.ends()));
    for (String test : all.keySet()) {
      boolean passes = without.stream().allMatch(results -> results.passes(test));
      if (passes && with.stream().noneMatch(results -> results.passes(test))) {
        differing.add(test);
      } else if (!areSame(test, without, with)) {
        unsteady.add(test);
      } else if (all.get(test) == End.FAILED) {
        failing.add(test);
      }
    }
    return new Comparison(differing, unsteady, failing);
  }

  private static boolean areSame(String test, List<TestResults> without, List<TestResults> with) {
    End first = without.get(0).ends().get(test);
    return without.stream().allMatch(results -> results.ends().get(test) == first)
        && with.stream().allMatch(results -> results.ends().get(test) == first);
  }

  /** Whether it is not yet clear that the agent is no reason: the tests are to run once more. */
  boolean isUnclear() {
    return !differing.isEmpty() || !unsteady.isEmpty();
  }
}
