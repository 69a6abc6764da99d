package dev.rollcall.diagnosis.match;

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

  /** {@code common}: the leaked way, with the healthy one laid beside it. */
  static Alignment of(Way leaked, Way healthy, CommonSteps common) {
    BitSet onlyLeaked = new BitSet();
    BitSet onlyHealthy = new BitSet();
    int last = -1;
    int next = 0;
    int i = 0;
    int j = 0;
    while (i < common.ones() || j < common.others()) {
      if (isShared(common, i, j)) {
        last = i++;
        next = ++j;
      } else if (isOfHealthy(common, i, j)) {
        onlyHealthy.set(j++);
      } else {
        onlyLeaked.set(i++);
      }
    }
    boolean released = steps(healthy, onlyHealthy.get(0, next)).anyMatch(s -> s.change() < 0);
    dropMoved(onlyHealthy, onlyLeaked, common);
    Stop healthyNext = next == common.others() ? null : healthy.stops().get(next);
    boolean straight = last == common.ones() - 1;
    return new Alignment(
        steps(healthy, onlyHealthy).filter(stop -> stop.change() < 0).toList(),
        steps(leaked, onlyLeaked).filter(stop -> stop.change() > 0).toList(),
        last < 0 ? null : leaked.stops().get(last),
        healthyNext,
        straight && !released && healthyNext != null && healthyNext.change() >= 0,
        straight,
        likeness(common, straight));
  }

  static boolean isShared(CommonSteps common, int i, int j) {
    return i < common.ones() && j < common.others() && common.isSame(i, j);
  }

  static boolean isOfHealthy(CommonSteps common, int i, int j) {
    return i == common.ones()
        || (j < common.others() && common.from(i, j + 1) >= common.from(i + 1, j));
  }

  /** What the likeness is if it is straight: that takes a walk through the table to know. */
  static double likenessAtMost(CommonSteps common) {
    return likeness(common, true);
  }

  /** The likeness alone, which is asked of more ways than all the rest. */
  static double likeness(CommonSteps common) {
    int i = 0;
    int j = 0;
    int last = -1;
    while (i < common.ones()) {
      if (isShared(common, i, j)) {
        last = i++;
        j++;
      } else if (isOfHealthy(common, i, j)) {
        j++;
      } else {
        i++;
      }
    }
    return likeness(common, last == common.ones() - 1);
  }

  private static double likeness(CommonSteps common, boolean straight) {
    // The end of the healthy way has nothing to stand beside.
    int steps = Math.max(1, common.ones() + common.others() - 1);
    return 2.0 * common.from(0, 0) / steps + (straight ? STRAIGHT : 0);
  }

  private static Stream<Stop> steps(Way way, BitSet which) {
    return which.stream().mapToObj(way.stops()::get);
  }

  /** What both have, but in another order, is no difference. */
  private static void dropMoved(BitSet onlyHealthy, BitSet onlyLeaked, CommonSteps common) {
    for (int j = onlyHealthy.nextSetBit(0); j >= 0; j = onlyHealthy.nextSetBit(j + 1)) {
      int i = onlyLeaked.nextSetBit(0);
      while (i >= 0 && !common.isSame(i, j)) {
        i = onlyLeaked.nextSetBit(i + 1);
      }
      if (i >= 0) {
        onlyHealthy.clear(j);
        onlyLeaked.clear(i);
      }
    }
  }

  /**
   * Whether the difference alone tells why the resource leaked.
   *
   * @param asStraight whether the leaked way counts as one that has no step of its own in the end
   */
  public boolean explains(boolean asStraight) {
    return missing.isEmpty() ? !extra.isEmpty() : asStraight;
  }
}
