package dev.rollcall.diagnosis.evidence;

import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The references of a way that were given back by the owner that took them: no guess, for both
 * steps name it. The registration's reference is that of the resource's owner.
 */
final class OwnerPairs {
  private OwnerPairs() {}

  /** The places of the steps that are so paired. */
  static BitSet of(Way way) {
    BitSet paired = new BitSet();
    Map<Integer, Deque<Integer>> open = new HashMap<>();
    List<Stop> stops = way.stops();
    for (int i = 0; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      if (stop.owner() == 0) {
        continue;
      }
      Deque<Integer> taken = open.computeIfAbsent(stop.owner(), owner -> new ArrayDeque<>());
      switch (stop.kind()) {
        case REGISTER, RETAIN -> taken.push(i);
        case RELEASE -> {
          if (!taken.isEmpty()) {
            paired.set(taken.pop());
            paired.set(i);
          }
        }
        case TOUCH, UNREGISTER -> {}
      }
    }
    return paired;
  }
}
