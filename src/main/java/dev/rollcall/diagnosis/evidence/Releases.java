package dev.rollcall.diagnosis.evidence;

import dev.rollcall.diagnosis.way.CallPath;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Ways;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * For each method, over all groups: how many releases it made, and how many leaked lives lack one
 * that it would have made. The spectrum that a missing release is ranked by. On the mutants of
 * {@code tools/diagnosis} the plain share was as good as or better than Ochiai, Jaccard, Tarantula,
 * D* and O^p, which also ask how many healthy lives lack the same release: these went another way,
 * and are no evidence.
 */
public final class Releases {
  private final CallPaths paths;
  private final Map<Method, Double> made = new HashMap<>();
  private final Map<Method, Double> lacking = new HashMap<>();

  public Releases(CallPaths paths) {
    this.paths = paths;
  }

  /** The methods that a release is to be missed in: who made it, then who carried it out. */
  List<Method> by(Stop release) {
    CallPath path = paths.of(release);
    List<Method> methods = new ArrayList<>();
    if (!path.isEmpty()) {
      methods.add(path.last());
    }
    methods.addAll(path.agents());
    return methods;
  }

  public void learn(Collection<Ways> all) {
    for (Ways ways : all) {
      for (Ways.Count count : ways.commonestFirst()) {
        for (Stop stop : count.way().stops()) {
          if (stop.change() < 0) {
            by(stop).forEach(method -> made.merge(method, (double) count.times(), Double::sum));
          }
        }
      }
    }
  }

  public void lack(Stop release, double lives) {
    by(release).forEach(method -> lacking.merge(method, lives, Double::sum));
  }

  /** From 0 to 1: which share of a method's releases is missing. */
  double lackOf(Method method) {
    double lives = lacking.getOrDefault(method, 0.0);
    return lives == 0 ? 0 : lives / (lives + made.getOrDefault(method, 0.0));
  }
}
