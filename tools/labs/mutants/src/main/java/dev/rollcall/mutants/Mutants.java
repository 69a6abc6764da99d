package dev.rollcall.mutants;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The mutants of a workload, of which it is known which scenario executes which call. */
final class Mutants {
  private static final int SCENARIOS = 3;
  private static final int LEAST_SHARE = 4;

  private Mutants() {}

  /** Reads what a run that counted has printed: the scenarios that execute each call. */
  static SortedMap<Site, Set<String>> coverage(String printed) {
    SortedMap<Site, Set<String>> coverage = new TreeMap<>();
    for (String line : printed.lines().toList()) {
      String[] fields = line.split("\t", -1);
      if (fields.length == 3) {
        coverage.computeIfAbsent(Site.parse(fields[1]), site -> new TreeSet<>()).add(fields[0]);
      }
    }
    return coverage;
  }

  /**
   * Each call always and on a share of its executions, in an order that only the seed decides, each
   * in up to three of the scenarios that execute it. What is drawn for a call depends on no other
   * one, so that traffic that is added elsewhere leaves the mutants there were.
   */
  static List<Mutant> of(SortedMap<Site, Set<String>> coverage, long seed, int limit) {
    SortedMap<String, Mutant> drawn = new TreeMap<>();
    coverage.forEach(
        (site, executing) -> {
          Random random = new Random(seed * 0x9e3779b97f4a7c15L ^ site.toString().hashCode());
          List<String> scenarios = new ArrayList<>(executing);
          Collections.shuffle(scenarios, random);
          List<String> some =
              List.copyOf(scenarios.subList(0, Math.min(SCENARIOS, scenarios.size())));
          int every = 2 + random.nextInt(LEAST_SHARE - 1);
          Share share = new Share(every, random.nextInt(every));
          for (Share one : List.of(Share.ALWAYS, share)) {
            String place = String.format(Locale.ROOT, "%016x ", random.nextLong());
            drawn.put(place + site + one, new Mutant("", site, one, some));
          }
        });
    List<Mutant> named = new ArrayList<>();
    for (Mutant mutant : drawn.values().stream().limit(limit).toList()) {
      String id = String.format(Locale.ROOT, "m%04d", named.size());
      named.add(new Mutant(id, mutant.site(), mutant.share(), mutant.scenarios()));
    }
    return named;
  }
}
