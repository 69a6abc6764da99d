package dev.rollcall.diagnosis.match;

import dev.rollcall.diagnosis.way.CallPath;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.StepKeys;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The commonest way of leaked lives laid beside the way of released siblings that is most like it,
 * step by step: what both have, and what only one of them has, in order.
 *
 * @param leaked how many leaked lives are compared: those whose way is remembered
 * @param healthy how many released ones they are compared with, likewise
 * @param steps in order, at most {@value #MOST}
 * @param omitted how many steps are left out in the middle, half of the others before them
 */
public record Tracks(long leaked, long healthy, List<Step> steps, long omitted) {
  /** The most steps that are told. */
  public static final int MOST = 200;

  /** Nothing is compared. */
  public static final Tracks NONE = new Tracks(0, 0, List.of(), 0);

  public Tracks {
    steps = List.copyOf(steps);
  }

  /** Which of the two ways has a step. */
  public enum Side {
    BOTH,
    LEAKED,
    HEALTHY;

    /** The word that reports print. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What happened at a step. */
  public enum Kind {
    REGISTER,
    RETAIN,
    RELEASE,
    TOUCH,
    USE,
    UNREGISTER;

    /** The word that reports print. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Kind of(Stop stop) {
      return switch (stop.kind()) {
        case REGISTER -> REGISTER;
        case RETAIN -> RETAIN;
        case RELEASE -> RELEASE;
        case UNREGISTER -> UNREGISTER;
        case TOUCH -> Stop.USED.equals(stop.note()) ? USE : TOUCH;
      };
    }
  }

  /**
   * A step of one way or of both.
   *
   * @param frame the method of the program that made it, where it did; {@code null} where the stack
   *     has none
   * @param note what a touch said, without its numbers; {@code null} for other steps, and where it
   *     said nothing
   * @param leaked how many leaked lives went the same way up to this step, and took it; 0 where
   *     only the healthy way has it
   * @param healthy the same of the released siblings
   */
  public record Step(
      Side side,
      Kind kind,
      @Nullable StackTraceElement frame,
      @Nullable String note,
      long leaked,
      long healthy) {
    private static Step of(Side side, Stop stop, CallPaths paths, long leaked, long healthy) {
      CallPath path = paths.of(stop);
      Kind kind = Kind.of(stop);
      return new Step(
          side,
          kind,
          path.isEmpty() ? null : path.last().frame(),
          kind == Kind.TOUCH ? stop.note() : null,
          leaked,
          healthy);
    }
  }

  /** Whether there is nothing to show. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /**
   * Lays two ways beside each other.
   *
   * @param way the leaked one
   * @param sibling the healthy one; {@code null} where there is none
   * @param leaked the lives of which those are counted that went the one
   * @param healthy the lives of which those are counted that went the other
   */
  public static Tracks of(
      Way way, @Nullable Way sibling, Ways leaked, Ways healthy, StepKeys keys, CallPaths paths) {
    List<Stop> others = sibling == null ? List.of() : sibling.stops();
    CommonSteps common =
        new CommonSteps(keys.of(way)).with(sibling == null ? new int[0] : keys.of(sibling));
    long[] ofLeaked = counts(keys.of(way), leaked, keys);
    long[] ofHealthy = sibling == null ? new long[0] : counts(keys.of(sibling), healthy, keys);
    List<Step> steps = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < common.ones() || j < common.others()) {
      if (Alignment.isShared(common, i, j)) {
        steps.add(Step.of(Side.BOTH, way.stops().get(i), paths, ofLeaked[i], ofHealthy[j]));
        i++;
        j++;
      } else if (Alignment.isOfHealthy(common, i, j)) {
        steps.add(Step.of(Side.HEALTHY, others.get(j), paths, 0, ofHealthy[j]));
        j++;
      } else {
        steps.add(Step.of(Side.LEAKED, way.stops().get(i), paths, ofLeaked[i], 0));
        i++;
      }
    }
    int omitted = Math.max(0, steps.size() - MOST);
    if (omitted > 0) {
      steps.subList(MOST / 2, MOST / 2 + omitted).clear();
    }
    return new Tracks(leaked.remembered(), healthy.remembered(), steps, omitted);
  }

  /** For each step of a way how many lives took it and all those before it, and no other. */
  private static long[] counts(int[] way, Ways lives, StepKeys keys) {
    long[] counts = new long[way.length];
    for (Ways.Count count : lives.commonestFirst()) {
      int[] other = keys.of(count.way());
      for (int i = 0; i < Math.min(way.length, other.length) && way[i] == other[i]; i++) {
        counts[i] += count.times();
      }
    }
    return counts;
  }
}
