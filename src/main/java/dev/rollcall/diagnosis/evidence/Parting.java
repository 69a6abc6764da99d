package dev.rollcall.diagnosis.evidence;

import dev.rollcall.diagnosis.match.Alignment;
import dev.rollcall.diagnosis.way.CallPath;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.HandOver;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Stop;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a leaked way and a healthy one part: between the last step that both have and the next that
 * only the healthy one has.
 */
final class Parting {
  private static final int MOST = 5;

  private final Stop step;
  private final boolean released;
  private final CallPath last;
  private final CallPath next;
  private final int common;
  private final List<Clue> clues = new ArrayList<>();

  private Parting(Stop step, Stop after, CallPaths paths) {
    this.step = step;
    this.released = after.change() < 0;
    this.last = paths.of(step);
    this.next = paths.of(after);
    this.common = last.common(next);
  }

  /** What speaks against whom; {@code weight} from 0 to 1. */
  static List<Clue> of(Alignment alignment, double weight, CallPaths paths) {
    if (!alignment.straight() || alignment.last() == null || alignment.next() == null) {
      return List.of();
    }
    Parting parting = new Parting(alignment.last(), alignment.next(), paths);
    if (parting.common > 0 && alignment.brokeOff()) {
      parting.brokeOff(weight);
    } else if (parting.common > 0) {
      parting.unreleased(weight);
    }
    return parting.clues;
  }

  /** The leaked one lacks a release, before the ways part or where they do. */
  private void unreleased(double weight) {
    at(weight);
    if (next.depth() > common + 1) {
      wentOn(next.methods().get(common), Feature.PARTING_ENTERED, weight);
    }
    if (last.depth() > common) {
      clues.add(
          new Clue(
              last.methods().get(common),
              Feature.PARTING_LEFT,
              weight,
              new Clue.SeenLast(next.last(), released)));
    }
  }

  /**
   * The leaked one did not come to where it would have been released: what it was last seen in was
   * left in an unusual way, or did not call what it calls for its siblings.
   */
  private void brokeOff(double weight) {
    Clue.Sign seen = new Clue.SeenLast(next.last(), false);
    at(weight);
    if (last.depth() > common) {
      clues.add(new Clue(last.methods().get(common), Feature.BREAK_WITHIN, weight, seen));
      if (next.depth() > common) {
        wentOn(next.methods().get(common), Feature.BREAK_BESIDE, weight);
      }
      return;
    }
    double rank = 0;
    if (!HandOver.is(step)) {
      rank++;
      clues.add(new Clue(last.last(), Feature.BREAK_BEFORE, weight, seen));
    }
    for (Method method : entered()) {
      if (rank < MOST) {
        rank++;
        wentOn(method, Feature.BREAK_BEFORE, weight / rank);
      }
    }
  }

  /** The innermost method that was running at both steps: it did not call for the next. */
  private void at(double weight) {
    Method method = last.methods().get(common - 1);
    clues.add(
        new Clue(method, Feature.PARTING_AT, weight, new Clue.PartedAt(last.last(), next.last())));
  }

  private void wentOn(Method method, Feature feature, double strength) {
    clues.add(new Clue(method, feature, strength, new Clue.TurnOff(last.last())));
  }

  /** What the healthy one was called in next; that of whom it was handed to first, inmost first. */
  private Set<Method> entered() {
    List<Method> chain = next.methods().subList(common, next.depth());
    String receiver = HandOver.receiver(step);
    Set<Method> entered = new LinkedHashSet<>();
    for (int i = chain.size() - 1; i >= 0 && receiver != null; i--) {
      if (chain.get(i).isOf(receiver)) {
        entered.add(chain.get(i));
      }
    }
    entered.addAll(chain);
    return entered;
  }
}
