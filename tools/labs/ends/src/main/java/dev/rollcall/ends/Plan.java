package dev.rollcall.ends;

import dev.rollcall.LeakMode;
import java.util.ArrayList;
import java.util.List;

/** Which cells of an end are run. */
interface Plan {
  /** The cells of an end, which is the so-manieth of all. */
  List<Cell> cells(End end, int index);

  /** All. */
  static Plan full(List<Jdk> jdks) {
    return (end, index) -> {
      List<Cell> cells = new ArrayList<>();
      for (Jdk jdk : jdks) {
        for (LeakMode mode : end.modes()) {
          for (boolean recorded : end.recorded()) {
            cells.add(new Cell(end, mode, recorded, jdk));
          }
        }
      }
      return cells;
    };
  }

  /** One of each end; the modes, and recordings, take turns. */
  static Plan brief(Jdk jdk) {
    return (end, index) ->
        List.of(
            new Cell(
                end,
                end.modes().get(index % end.modes().size()),
                end.recorded().get(index / 2 % end.recorded().size()),
                jdk));
  }
}
