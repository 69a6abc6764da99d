package dev.rollcall.diagnosis.evidence;

import dev.rollcall.diagnosis.match.Match;
import dev.rollcall.diagnosis.way.CallPath;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Stop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom an exception kept from a release: the innermost method that called for the release of the
 * siblings, as their stacks show, and that an exception came through after the last step of the
 * leaked. What it calls next, when all is well, it did not call.
 */
public final class CutOff {
  private final CallPaths paths;
  private final Map<Method, Clue> came = new LinkedHashMap<>();

  /** {@code told}: which methods exceptions came through. */
  public CutOff(List<Clue> told, CallPaths paths) {
    this.paths = paths;
    told.stream()
        .filter(clue -> clue.feature() == Feature.EXCEPTION_CAME)
        .forEach(
            clue -> came.merge(clue.method(), clue, (a, b) -> a.strength() < b.strength() ? b : a));
  }

  /** What the siblings of one way say. */
  public List<Clue> of(List<Match> siblings) {
    List<Clue> clues = new ArrayList<>();
    for (Match sibling : siblings) {
      List<Stop> missing = sibling.alignment().missing();
      Clue cut = missing.isEmpty() ? null : innermost(paths.of(missing.get(missing.size() - 1)));
      if (cut != null) {
        clues.add(
            new Clue(cut.method(), Feature.CUT_OFF, cut.strength() * sibling.share(), cut.sign()));
      }
    }
    return clues;
  }

  /**
   * Counted from outside, for a method may be on the stack of the siblings once more, further in,
   * where the exception did not come.
   */
  private @Nullable Clue innermost(CallPath release) {
    Map<Method, Integer> times = new HashMap<>();
    Clue innermost = null;
    List<Method> methods = new ArrayList<>(release.methods());
    for (int i = release.agents().size() - 1; i >= 0; i--) {
      methods.add(release.agents().get(i));
    }
    for (Method method : methods) {
      Clue clue = came.get(method);
      if (clue != null
          && clue.sign() instanceof Clue.Came sign
          && times.merge(method, 1, Integer::sum) <= sign.times()) {
        innermost = clue;
      }
    }
    return innermost;
  }

  /** Who was ending something, as its name says, when the exception came; the innermost first. */
  public List<Clue> ending() {
    List<Clue> clues = new ArrayList<>();
    for (Clue clue : came.values()) {
      if (Closers.isNamedSo(clue.method())) {
        clues.add(
            new Clue(
                clue.method(),
                Feature.EXCEPTION_ENDING,
                clue.strength() / (clues.size() + 1),
                clue.sign()));
      }
    }
    return clues;
  }
}
