package dev.rollcall.mutants;

import dev.rollcall.mutants.Site.Act;
import dev.rollcall.mutants.SiteFacts.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The mutants of a workload, of which it is known which scenario executes which call. */
final class Mutants {
  private static final int SCENARIOS = 3;
  private static final int LEAST_SHARE = 4;

  private final Function<Site, Set<Fact>> facts;
  private final long seed;

  /** {@code seed}: which executions are changed, in which scenarios, and in which order. */
  Mutants(Function<Site, Set<Fact>> facts, long seed) {
    this.facts = facts;
    this.seed = seed;
  }

  /**
   * The bugs that can be made of each call, in an order that only the seed decides, each in up to
   * three of the scenarios that execute it. What is drawn for a call depends on no other one, so
   * that traffic that is added elsewhere leaves the mutants there were.
   *
   * @param limit how many, at most
   * @param alike how many of one kind of bug in one library, at most
   */
  List<Mutant> of(SortedMap<Site, Set<String>> coverage, int limit, int alike) {
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
          for (Bug bug : bugs(site, facts.apply(site))) {
            String place = String.format(Locale.ROOT, "%016x ", random.nextLong());
            Mutant mutant = new Mutant("", bug, site, bug.isWhole() ? Share.ALWAYS : share, some);
            drawn.put(place + site + bug, mutant);
          }
        });
    Map<String, Integer> likes = new HashMap<>();
    List<Mutant> named = new ArrayList<>();
    for (Mutant mutant : drawn.values()) {
      if (named.size() < limit
          && likes.merge(mutant.library() + mutant.bug(), 1, Integer::sum) <= alike) {
        String id = String.format(Locale.ROOT, "m%04d", named.size());
        named.add(new Mutant(id, mutant.bug(), mutant.site(), mutant.share(), mutant.scenarios()));
      }
    }
    return named;
  }

  /** What can go wrong at a call; the first is that it is never made. */
  static List<Bug> bugs(Site site, Set<Fact> facts) {
    List<Bug> bugs = new ArrayList<>();
    if (site.act() == Act.RETAIN) {
      bugs.add(Bug.RETAIN);
      return bugs;
    }
    if (facts.contains(Fact.IN_HANDLER)) {
      bugs.add(Bug.HANDLER);
    } else if (facts.contains(Fact.OF_OWNED)) {
      bugs.add(Bug.OWNER);
    } else if (facts.contains(Fact.BEFORE_FIELD_IS_SET)) {
      bugs.add(Bug.OVERWRITTEN);
    } else if (facts.contains(Fact.ONE_OF_SEVERAL)) {
      bugs.add(Bug.ONE_PATH);
    } else {
      bugs.add(Bug.ALWAYS);
    }
    bugs.add(Bug.SOMETIMES);
    if (!facts.contains(Fact.IN_HANDLER)) {
      bugs.add(Bug.EXCEPTION);
      if (!facts.contains(Fact.IN_LOCKING_METHOD)) {
        bugs.add(Bug.RETURN);
      }
    }
    if (facts.contains(Fact.CAN_BE_REPEATED)) {
      bugs.add(Bug.RELEASE);
    }
    return bugs;
  }
}
