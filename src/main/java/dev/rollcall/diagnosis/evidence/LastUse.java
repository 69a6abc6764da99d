package dev.rollcall.diagnosis.evidence;

import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.HandOver;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import java.util.ArrayList;
import java.util.List;

/** Who used a leaked resource last. Whom it was handed to is another matter. */
final class LastUse {
  private static final int MOST = 3;

  private LastUse() {}

  /** {@code explained}: whether the siblings explain the leak already. */
  static List<Clue> of(Way way, boolean explained, CallPaths paths) {
    Stop last = way.stops().get(way.stops().size() - 1);
    if (last.kind() != Stop.Kind.TOUCH || HandOver.is(last)) {
      return List.of();
    }
    List<Clue> clues = new ArrayList<>();
    List<Method> methods = paths.of(last).methods();
    for (int rank = 1; rank <= MOST && rank <= methods.size(); rank++) {
      Method method = methods.get(methods.size() - rank);
      clues.add(
          new Clue(
              method,
              explained ? Feature.LAST_USE_BESIDE : Feature.LAST_USE,
              1.0 / rank,
              new Clue.UsedLast()));
    }
    return clues;
  }
}
