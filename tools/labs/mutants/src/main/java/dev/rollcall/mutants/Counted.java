package dev.rollcall.mutants;

import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a run that counted has printed: for each scenario how many resources it registered and how
 * often it executed which call.
 *
 * @param scenarios for each its lines
 */
record Counted(SortedMap<String, SortedSet<String>> scenarios) {
  private static final int FIELDS = 3;

  /** Stands for a call in the line that says how many resources were registered. */
  private static final String REGISTERED = "registered";

  /** Reads it. */
  static Counted of(String printed) {
    SortedMap<String, SortedSet<String>> scenarios = new TreeMap<>();
    for (String line : printed.lines().toList()) {
      String[] fields = line.split("\t", -1);
      if (fields.length == FIELDS) {
        scenarios
            .computeIfAbsent(fields[0], name -> new TreeSet<>())
            .add(fields[1] + "\t" + fields[2]);
      }
    }
    return new Counted(scenarios);
  }

  /** Those that did the same in another run. */
  Counted sameIn(Counted other) {
    SortedMap<String, SortedSet<String>> same = new TreeMap<>(scenarios);
    same.entrySet().removeIf(each -> !each.getValue().equals(other.scenarios.get(each.getKey())));
    return new Counted(same);
  }

  /** The scenarios that execute each call. */
  SortedMap<Site, Set<String>> coverage() {
    SortedMap<Site, Set<String>> coverage = new TreeMap<>();
    scenarios.forEach(
        (name, lines) -> {
          for (String line : lines) {
            String call = line.substring(0, line.indexOf('\t'));
            if (!call.equals(REGISTERED)) {
              coverage.computeIfAbsent(Site.parse(call), site -> new TreeSet<>()).add(name);
            }
          }
        });
    return coverage;
  }
}
