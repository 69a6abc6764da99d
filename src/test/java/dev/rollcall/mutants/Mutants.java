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
  private static final int VARIANTS = 3;
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
   * Each call always and on a share of its executions, in an order that only the seed decides; a
   * call that many scenarios execute is mutated in up to three sets of them.
   */
  static List<Mutant> of(SortedMap<Site, Set<String>> coverage, long seed, int limit) {
    Random random = new Random(seed);
    List<Mutant> all = new ArrayList<>();
    coverage.forEach(
        (site, executing) -> {
          List<String> scenarios = new ArrayList<>(executing);
          Collections.shuffle(scenarios, random);
          for (int i = 0; i < VARIANTS && i * SCENARIOS < scenarios.size(); i++) {
            List<String> some =
                List.copyOf(
                    scenarios.subList(
                        i * SCENARIOS, Math.min((i + 1) * SCENARIOS, scenarios.size())));
            int every = 2 + random.nextInt(LEAST_SHARE - 1);
            all.add(new Mutant("", site, Share.ALWAYS, some));
            all.add(new Mutant("", site, new Share(every, random.nextInt(every)), some));
          }
        });
    Collections.shuffle(all, random);
    List<Mutant> named = new ArrayList<>();
    for (Mutant mutant : all.subList(0, Math.min(limit, all.size()))) {
      String id = String.format(Locale.ROOT, "m%04d", named.size());
      named.add(new Mutant(id, mutant.site(), mutant.share(), mutant.scenarios()));
    }
    return named;
  }
}
