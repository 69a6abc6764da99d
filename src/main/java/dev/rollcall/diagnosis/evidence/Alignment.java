package dev.rollcall.diagnosis.evidence;

import dev.rollcall.diagnosis.way.StepKeys;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way of a leaked life laid beside that of a healthy sibling: their longest common subsequence
 * of steps, and what only one of them has.
 *
 * @param missing steps of the healthy way that gave a reference back, and that the leaked one lacks
 * @param extra steps of the leaked way that took a reference, and that the healthy one lacks
 * @param last the last step that both have
 * @param next the next step of the healthy way after that one
 * @param brokeOff whether the leaked way ends before it came to a release: it has no step after the
 *     last that both have, lacks no release before it, and what the healthy one did next was none
 * @param straight whether the leaked way has no step after that one
 * @param likeness from 0 to 1.5; a straight one is preferred
 */
public record Alignment(
    List<Stop> missing,
    List<Stop> extra,
    @Nullable Stop last,
    @Nullable Stop next,
    boolean brokeOff,
    boolean straight,
    double likeness) {
  private static final double STRAIGHT = 0.5;

  static Alignment of(Way leaked, Way healthy, StepKeys keys) {
    int[] ours = keys.of(leaked);
    int[] theirs = keys.of(healthy);
    int[][] common = common(ours, theirs);
    BitSet onlyLeaked = new BitSet();
    BitSet onlyHealthy = new BitSet();
    int last = -1;
    int next = 0;
    int i = 0;
    int j = 0;
    while (i < ours.length || j < theirs.length) {
      if (i < ours.length && j < theirs.length && ours[i] == theirs[j]) {
        last = i++;
        next = ++j;
      } else if (i == ours.length || (j < theirs.length && common[i][j + 1] >= common[i + 1][j])) {
        onlyHealthy.set(j++);
      } else {
        onlyLeaked.set(i++);
      }
    }
    boolean released = steps(healthy, onlyHealthy.get(0, next)).anyMatch(s -> s.change() < 0);
    dropMoved(onlyHealthy, theirs, onlyLeaked, ours);
    Stop healthyNext = next == theirs.length ? null : healthy.stops().get(next);
    boolean straight = last == ours.length - 1;
    // The end of the healthy way has nothing to stand beside.
    double likeness = 2.0 * common[0][0] / Math.max(1, ours.length + theirs.length - 1);
    return new Alignment(
        steps(healthy, onlyHealthy).filter(stop -> stop.change() < 0).toList(),
        steps(leaked, onlyLeaked).filter(stop -> stop.change() > 0).toList(),
        last < 0 ? null : leaked.stops().get(last),
        healthyNext,
        straight && !released && healthyNext != null && healthyNext.change() >= 0,
        straight,
        likeness + (straight ? STRAIGHT : 0));
  }

  private static Stream<Stop> steps(Way way, BitSet which) {
    return which.stream().mapToObj(way.stops()::get);
  }

  /** What both have, but in another order, is no difference. */
  private static void dropMoved(BitSet one, int[] keys, BitSet other, int[] otherKeys) {
    for (int i = one.nextSetBit(0); i >= 0; i = one.nextSetBit(i + 1)) {
      int j = other.nextSetBit(0);
      while (j >= 0 && otherKeys[j] != keys[i]) {
        j = other.nextSetBit(j + 1);
      }
      if (j >= 0) {
        one.clear(i);
        other.clear(j);
      }
    }
  }

  /**
   * Whether the difference alone tells why the resource leaked.
   *
   * @param asStraight whether the leaked way counts as one that has no step of its own in the end
   */
  boolean explains(boolean asStraight) {
    return missing.isEmpty() ? !extra.isEmpty() : asStraight;
  }

  /** The longest common subsequence of what follows each pair of places. */
  private static int[][] common(int[] one, int[] other) {
    int[][] common = new int[one.length + 1][other.length + 1];
    for (int i = one.length - 1; i >= 0; i--) {
      for (int j = other.length - 1; j >= 0; j--) {
        common[i][j] =
            one[i] == other[j]
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
