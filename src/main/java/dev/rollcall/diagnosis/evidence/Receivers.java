package dev.rollcall.diagnosis.evidence;

import dev.rollcall.diagnosis.way.CallPath;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.HandOver;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which methods a receiver is entered by: learned from all ways on which the next step after a
 * hand-over was made below it. So a handler that did nothing with the leaked resource is known by
 * what it did with others.
 */
public final class Receivers {
  /** As many as a person would look through. */
  private static final int DEPTH = 4;

  private final CallPaths paths;
  private final Map<String, Map<List<Method>, Long>> entered = new HashMap<>();

  public Receivers(CallPaths paths) {
    this.paths = paths;
  }

  public void learn(Collection<Ways> all) {
    for (Ways ways : all) {
      for (Ways.Count count : ways.commonestFirst()) {
        learn(count.way(), count.times());
      }
    }
  }

  private void learn(Way way, long times) {
    List<Stop> stops = way.stops();
    for (int i = 0; i < stops.size(); i++) {
      String receiver = HandOver.receiver(stops.get(i));
      Stop next = i + 1 < stops.size() ? stops.get(i + 1) : way.sequel();
      if (receiver == null || next == null) {
        continue;
      }
      CallPath handed = paths.of(stops.get(i));
      CallPath path = paths.of(next);
      if (path.isBelow(handed)) {
        entered
            .computeIfAbsent(receiver, r -> new HashMap<>())
            .merge(beyond(handed, path), times, Long::sum);
      }
    }
  }

  /** The methods that were called from where the resource was handed over, outermost first. */
  static List<Method> beyond(CallPath handed, CallPath path) {
    return path.methods().subList(handed.depth(), Math.min(path.depth(), handed.depth() + DEPTH));
  }

  /** How a receiver is mostly entered, outermost first; empty where that was never seen. */
  List<Method> entry(String receiver) {
    return entered.getOrDefault(receiver, Map.of()).entrySet().stream()
        .max(
            Map.Entry.<List<Method>, Long>comparingByValue()
                .thenComparing(entry -> entry.getKey().toString(), Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .orElse(List.of());
  }
}
