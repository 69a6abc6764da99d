package dev.rollcall.ends;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The outcomes of all runs, by what was run. */
final class Results {
  private final Map<Cell, List<Outcome>> outcomes = new LinkedHashMap<>();

  synchronized void add(Cell cell, Outcome outcome) {
    outcomes.computeIfAbsent(cell, none -> new ArrayList<>()).add(outcome);
  }

  /** The outcomes of an end, by mode, recording and JDK. */
  synchronized Map<Cell, List<Outcome>> of(End end) {
    Map<Cell, List<Outcome>> found = new LinkedHashMap<>();
    outcomes.forEach(
        (cell, all) -> {
          if (cell.end().equals(end)) {
            found.put(cell, List.copyOf(all));
          }
        });
    return found;
  }
}
