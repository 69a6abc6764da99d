package dev.rollcall.diagnosis.evidence;

import dev.rollcall.diagnosis.match.Alignment;
import dev.rollcall.diagnosis.match.Match;
import dev.rollcall.diagnosis.way.CallPath;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Way;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who gave back the siblings, and not the leaked. Where no step of a leaked life shows that it came
 * there, it may have been kept from it before, and who released the others is right as it is.
 */
final class Absence {
  private final Releases releases;
  private final CallPaths paths;

  /** The methods on the stacks of the leaked life. */
  private final Set<Method> seen;

  /** Of all releases that the leaked lack, the largest share that a method lacks of its own. */
  private final double mostLacking;

  Absence(Way leaked, List<Match> siblings, Releases releases, CallPaths paths) {
    this.releases = releases;
    this.paths = paths;
    this.seen = siblings.isEmpty() ? Set.of() : seen(leaked);
    this.mostLacking =
        siblings.stream()
            .flatMap(sibling -> sibling.alignment().missing().stream())
            .flatMap(missing -> releases.by(missing).stream())
            .mapToDouble(releases::lackOf)
            .max()
            .orElse(1);
  }

  private Set<Method> seen(Way way) {
    Set<Method> methods = new HashSet<>();
    way.stops().forEach(stop -> methods.addAll(paths.of(stop).methods()));
    if (way.sequel() != null) {
      methods.addAll(paths.of(way.sequel()).methods());
    }
    return methods;
  }

  /**
   * What a sibling says; {@code straight}: whether the leaked way counts as one that has no step of
   * its own in the end.
   */
  List<Clue> of(Match sibling, boolean straight) {
    Alignment alignment = sibling.alignment();
    List<Clue> clues = new ArrayList<>();
    for (int i = 0; i < alignment.missing().size(); i++) {
      CallPath path = paths.of(alignment.missing().get(i));
      boolean came = !path.isEmpty() && seen.contains(path.last());
      Feature feature = feature(alignment, straight, came);
      Clue.Sign sign = new Clue.Unreleased(alignment.last(), alignment.missing().get(i));
      for (Method method : releases.by(alignment.missing().get(i))) {
        Feature kind =
            feature == Feature.ABSENCE_UNSEEN && Closers.isNamedSo(method)
                ? Feature.ABSENCE_ENDING
                : feature;
        double lack = releases.lackOf(method);
        double strength = sibling.share() / (i + 1) * lack / mostLacking;
        int agent = path.agents().indexOf(method);
        if (agent >= 0) {
          strength /= 1 + agent;
          clues.add(new Clue(method, Feature.CARRIER, strength, sign));
        }
        clues.add(new Clue(method, kind, strength, sign));
        clues.add(new Clue(method, Feature.OFTEN, strength * lack, sign));
      }
      callers(path, sibling.share() / (i + 1), sign, clues);
    }
    return clues;
  }

  /**
   * Who called for an end that methods made whose names say so: those that are named so themselves,
   * and the innermost that is called something else.
   */
  private void callers(CallPath path, double share, Clue.Sign sign, List<Clue> clues) {
    List<Method> methods = path.methods();
    int rank = 1;
    for (int i = methods.size() - 1; i > 0 && Closers.isNamedSo(methods.get(i)); i--) {
      Method caller = methods.get(i - 1);
      if (!caller.equals(methods.get(i))) {
        boolean ends = Closers.isNamedSo(caller);
        clues.add(new Clue(caller, kindOf(caller, ends), ends ? share / rank : share, sign));
        rank++;
      }
    }
  }

  private Feature kindOf(Method caller, boolean ends) {
    if (ends) {
      return Feature.ABSENCE_CHAIN;
    }
    return seen.contains(caller) ? Feature.ABSENCE_CALLER_SEEN : Feature.ABSENCE_CALLER;
  }

  private static Feature feature(Alignment alignment, boolean straight, boolean came) {
    if (alignment.brokeOff()) {
      return Feature.ABSENCE_UNREACHED;
    }
    if (!straight) {
      return Feature.ABSENCE_ASIDE;
    }
    return came ? Feature.ABSENCE : Feature.ABSENCE_UNSEEN;
  }
}
