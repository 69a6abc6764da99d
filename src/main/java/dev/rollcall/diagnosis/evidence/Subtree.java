package dev.rollcall.diagnosis.evidence;

import dev.rollcall.diagnosis.way.CallPath;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which references are left in the subtree of calls below each method: of the leaked and of those
 * siblings that come through it, too. The innermost method with more left for the leaked took one,
 * or did not give one back, that it gives back for the others.
 */
public final class Subtree {
  private final Map<Method, Net> leaked;
  private final Map<Method, Net> healthy;
  private final long lives;
  private final CallPaths paths;

  private Subtree(Ways leaked, Ways healthy, CallPaths paths) {
    this.paths = paths;
    this.lives = Math.max(1, leaked.remembered());
    this.leaked = nets(leaked);
    this.healthy = nets(healthy);
  }

  /** What lives left below a method. */
  private static final class Net {
    private double references;
    private long lives;

    double average() {
      return references / lives;
    }
  }

  /** What speaks against whom in a group. */
  public static List<Clue> of(Ways leaked, Ways healthy, CallPaths paths) {
    return new Subtree(leaked, healthy, paths).clues(leaked);
  }

  private Map<Method, Net> nets(Ways ways) {
    Map<Method, Net> nets = new LinkedHashMap<>();
    for (Ways.Count count : ways.commonestFirst()) {
      net(count.way())
          .forEach(
              (method, left) -> {
                Net net = nets.computeIfAbsent(method, m -> new Net());
                net.references += (double) left * count.times();
                net.lives += count.times();
              });
    }
    return nets;
  }

  /** What is left of one life below each method. */
  private Map<Method, Integer> net(Way way) {
    IdentityHashMap<CallPath, Integer> byPath = new IdentityHashMap<>();
    List<CallPath> inOrder = new ArrayList<>();
    for (Stop stop : way.stops()) {
      CallPath path = paths.of(stop);
      Integer before = byPath.putIfAbsent(path, stop.change());
      if (before == null) {
        inOrder.add(path);
      } else {
        byPath.put(path, before + stop.change());
      }
    }
    Map<Method, Integer> net = new LinkedHashMap<>();
    for (CallPath path : inOrder) {
      int change = byPath.getOrDefault(path, 0);
      path.methods().stream().distinct().forEach(method -> net.merge(method, change, Integer::sum));
    }
    return net;
  }

  /** How much more is left below a method for the leaked; 0 where no sibling comes through it. */
  private double more(Method method) {
    Net ours = leaked.get(method);
    Net theirs = healthy.get(method);
    return ours == null || theirs == null
        ? 0
        : Math.max(0, Math.min(1, ours.average() - theirs.average()) * ours.lives / lives);
  }

  private List<Clue> clues(Ways ways) {
    Map<Method, Double> below = new HashMap<>();
    for (Ways.Count count : ways.commonestFirst()) {
      for (Stop stop : count.way().stops()) {
        List<Method> methods = paths.of(stop).methods();
        for (int i = 0; i + 1 < methods.size(); i++) {
          below.merge(methods.get(i), more(methods.get(i + 1)), Math::max);
        }
      }
    }
    List<Clue> clues = new ArrayList<>();
    leaked.forEach(
        (method, net) -> {
          double own = more(method) - below.getOrDefault(method, 0.0);
          Net theirs = healthy.get(method);
          if (own > 0 && theirs != null) {
            clues.add(
                new Clue(
                    method, Feature.SUBTREE, own, new Clue.Net(net.average(), theirs.average())));
          }
        });
    return clues;
  }
}
