package dev.rollcall.analysis;

import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.analysis.life.Life;
import dev.rollcall.analysis.life.MisuseGroups;
import dev.rollcall.analysis.life.MisusedLives;
import dev.rollcall.analysis.life.Siblings;
import dev.rollcall.diagnosis.Diagnosis;
import dev.rollcall.diagnosis.EarlyEnd;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.way.Ways;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gathers misuses with the lives that were misused: those that something had ended before are
 * compared with their healthy siblings, to tell what ended them too early.
 */
final class MisuseFindings {
  private final MisuseGroups counted = new MisuseGroups();
  private final Map<MisuseGroups.Key, Gathered> groups = new HashMap<>();
  private final Siblings siblings;
  private final @Nullable GoodRun good;

  /** {@code siblings} and {@code good}: as in {@link LifeGroups}. */
  MisuseFindings(Siblings siblings, @Nullable GoodRun good) {
    this.siblings = siblings;
    this.good = good;
  }

  private record Example(CheckerVerdicts verdicts, Life life) {}

  private static final class Gathered {
    private final TreeMap<String, Ways> ways = new TreeMap<>();
    private final List<Example> examples = new ArrayList<>();
  }

  /** Takes all misuses of one checker. */
  void add(CheckerVerdicts verdicts, MisuseGroups misuses, MisusedLives lives) {
    counted.addAll(misuses);
    lives.forEach(
        (key, group) -> {
          Gathered gathered = groups.computeIfAbsent(key, k -> new Gathered());
          group
              .ways()
              .forEach(
                  (fingerprint, some) ->
                      gathered
                          .ways
                          .computeIfAbsent(fingerprint, f -> new Ways(some.type()))
                          .addAll(some));
          group.lives().forEach(life -> gathered.examples.add(new Example(verdicts, life)));
        });
  }

  /** The groups, largest first, with so many example lives for each. */
  List<MisuseFinding> largestFirst(int examples) {
    List<MisuseFinding> all = new ArrayList<>();
    EarlyEnd.Usual usual = usual();
    counted.forEach(
        examples,
        (key, found) -> all.add(found.with(lives(key, groups.get(key), usual, examples))));
    all.sort(MisuseFinding.LARGEST_FIRST);
    return all;
  }

  /** What speaks against whom, for each group of what had ended before, largest first. */
  List<Diagnosis.Evidence> evidence() {
    SortedMap<MisuseFinding, Diagnosis.Evidence> all = new TreeMap<>(MisuseFinding.LARGEST_FIRST);
    EarlyEnd.Usual usual = usual();
    counted.forEach(
        0,
        (key, found) -> {
          Gathered gathered = groups.get(key);
          if (gathered != null && hasEarlyEnd(key, gathered)) {
            EarlyEnd compared = compared(gathered, usual);
            all.put(
                found,
                new Diagnosis.Evidence(
                    compared.misused(), compared.siblings(), compared.evidence()));
          }
        });
    return List.copyOf(all.values());
  }

  private EarlyEnd.Usual usual() {
    return new EarlyEnd.Usual(groups.isEmpty() ? List.of() : siblings.ways());
  }

  private static boolean hasEarlyEnd(MisuseGroups.Key key, Gathered gathered) {
    return MisusedLives.isAfterEnd(key.kind()) && !gathered.ways.isEmpty();
  }

  private EarlyEnd compared(Gathered gathered, EarlyEnd.Usual usual) {
    List<EarlyEnd.Group> compared = new ArrayList<>();
    gathered.ways.forEach(
        (fingerprint, ways) -> compared.add(new EarlyEnd.Group(ways, healthy(fingerprint))));
    return EarlyEnd.of(compared, usual);
  }

  private MisuseFinding.Lives lives(
      MisuseGroups.Key key, @Nullable Gathered gathered, EarlyEnd.Usual usual, int examples) {
    if (gathered == null) {
      return MisuseFinding.Lives.UNKNOWN;
    }
    List<History> some =
        gathered.examples.stream()
            .limit(examples)
            .map(example -> example.verdicts.history(example.life))
            .toList();
    if (!hasEarlyEnd(key, gathered)) {
      return new MisuseFinding.Lives(some);
    }
    EarlyEnd found = compared(gathered, usual);
    List<Suspect> suspects = found.suspects();
    if (good != null) {
      String fingerprint = gathered.ways.firstKey();
      suspects = good.said(suspects, fingerprint, siblings.ways(fingerprint));
    }
    return new MisuseFinding.Lives(
        suspects, found.misused(), found.siblings(), found.differences(), some);
  }

  private Ways healthy(String fingerprint) {
    Ways own = siblings.ways(fingerprint);
    return good == null ? own : good.ways(fingerprint, own);
  }
}
