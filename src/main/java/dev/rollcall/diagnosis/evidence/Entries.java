package dev.rollcall.diagnosis.evidence;

import dev.rollcall.diagnosis.way.CallPath;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Ways;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the program begins on the stacks of all lives: a {@code main}, a loop, what a framework
 * calls. It is on the way of everything, and seldom forgets anything.
 */
public final class Entries {
  private final CallPaths paths;
  private final Map<Method, Long> first = new HashMap<>();
  private final Map<Method, Long> all = new HashMap<>();

  public Entries(CallPaths paths) {
    this.paths = paths;
  }

  /** Takes the lives of groups, leaked or healthy, each once. */
  public void learn(Collection<Ways> groups) {
    for (Ways ways : groups) {
      for (Ways.Count count : ways.commonestFirst()) {
        for (Stop stop : count.way().stops()) {
          learn(paths.of(stop), count.times());
        }
      }
    }
  }

  private void learn(CallPath path, long times) {
    path.methods().forEach(method -> all.merge(method, times, Long::sum));
    if (!path.isEmpty()) {
      first.merge(path.methods().get(0), times, Long::sum);
    }
  }

  /** From 0 to 1: on which share of the stacks that a method is on the program begins with it. */
  public double shareOf(Method method) {
    long some = first.getOrDefault(method, 0L);
    return some == 0 ? 0 : (double) some / all.getOrDefault(method, some);
  }
}
