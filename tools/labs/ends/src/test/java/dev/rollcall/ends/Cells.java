package dev.rollcall.ends;

import dev.rollcall.LeakMode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Cells for tests: of one end, in both modes, with and without a recording, on two JDKs. */
final class Cells {
  static final End RETURN = End.named("return", "`main` returns").build();

  private Cells() {}

  static List<Cell> all() {
    return Plan.full(List.of(new Jdk(Path.of("a"), "17.0.1"), new Jdk(Path.of("b"), "25.0.2")))
        .cells(RETURN, 0);
  }

  static <T> Map<Cell, T> each(Function<Cell, T> value) {
    Map<Cell, T> map = new LinkedHashMap<>();
    all().forEach(cell -> map.put(cell, value.apply(cell)));
    return map;
  }

  static ExitText report(ExitText.State state) {
    return new ExitText(state, 9, "");
  }

  static Outcome outcome(Cell cell, ExitText.State report) {
    return new Outcome(
        report(report),
        cell.recorded() ? new Reading(Reading.State.WHOLE, "") : null,
        cell.mode() == LeakMode.FAIL ? 86 : 0,
        0.25);
  }
}
