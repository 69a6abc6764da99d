package dev.rollcall.analysis;

import dev.rollcall.diagnosis.Diagnosis;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.Ways;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.LifecycleEvent.Condition;
import dev.rollcall.recording.LifecycleEvent.LiveGroup;
import dev.rollcall.recording.Site;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Gathers leaks into groups by fingerprint; keeps of each group a few lives with the lowest ids.
 */
final class LeakGroups {
  private static final Comparator<Example> ORDER =
      Comparator.comparingInt((Example example) -> example.verdicts.log().checkerId())
          .thenComparingLong(example -> example.life.resourceId())
          .thenComparing(
              example -> example.verdicts.jvm(),
              Comparator.nullsFirst(
                  Comparator.comparingLong(Jvm::startedAt).thenComparingLong(Jvm::pid)));

  private final int examples;
  private final Map<String, Gathered> groups = new HashMap<>();
  private final Map<String, Ways> healthy = new HashMap<>();

  LeakGroups(int examples) {
    this.examples = examples;
  }

  private record Example(CheckerVerdicts verdicts, Life life) {
    History history() {
      return verdicts.history(life);
    }
  }

  private final class Gathered {
    private String type = "";
    private long count;
    private long held;
    private long lost;
    private long oldest;
    private Site site = Site.NONE;
    private final Ways ways = new Ways();
    private final TreeMap<Long, Long> refCounts = new TreeMap<>();
    private final ContextTally context = new ContextTally();
    private final PriorityQueue<Example> chosen = new PriorityQueue<>(ORDER.reversed());

    void describe(String ofType, Site at) {
      type = type.isEmpty() ? ofType : type;
      site = site.isUnknown() ? at : site;
    }

    void add(Example example, Condition condition) {
      count++;
      held += condition.lost() ? 0 : 1;
      lost += condition.lost() ? 1 : 0;
      oldest = Math.max(oldest, condition.ageMillis());
      if (condition.refCount() >= 0) {
        refCounts.merge(condition.refCount(), 1L, Long::sum);
      }
      describe(example.life.type(), example.life.site());
      ways.add(Route.of(example.life));
      context.add(example.life.resourceId(), example.verdicts.circumstances(example.life));
      chosen.add(example);
      if (chosen.size() > examples) {
        chosen.remove();
      }
    }

    LeakGroup group(String fingerprint, Diagnosis diagnosis) {
      List<History> lives = chosen.stream().sorted(ORDER).map(Example::history).toList();
      Context around = context.context();
      List<Suspect> suspects =
          LeftByException.before(diagnosis.suspects(compared(fingerprint)), around, count);
      return new LeakGroup(
          fingerprint, type, count, held, lost, refCounts, oldest, site, suspects, lives, around);
    }
  }

  private Gathered gathered(String fingerprint) {
    return groups.computeIfAbsent(fingerprint, f -> new Gathered());
  }

  void add(CheckerVerdicts verdicts, Life life, Condition condition, String fingerprint) {
    gathered(fingerprint).add(new Example(verdicts, life), condition);
  }

  void add(LiveGroup counted, String fingerprint) {
    Gathered group = gathered(fingerprint);
    group.count += counted.count();
    group.describe(counted.type(), counted.site());
  }

  /** Takes the healthy lives that the leaked are compared with. */
  void addHealthy(Siblings siblings) {
    siblings.groups().forEach((fingerprint, ways) -> healthy(fingerprint).addAll(ways));
  }

  /** Takes a healthy life that the leaked are compared with. */
  void addHealthy(Life life, String fingerprint) {
    healthy(fingerprint).add(Route.of(life));
  }

  private Diagnosis.Group compared(String fingerprint) {
    return new Diagnosis.Group(
        gathered(fingerprint).ways, healthy.getOrDefault(fingerprint, new Ways()));
  }

  private Ways healthy(String fingerprint) {
    return healthy.computeIfAbsent(fingerprint, f -> new Ways());
  }

  /** The groups, largest first, then by fingerprint. */
  List<LeakGroup> largestFirst() {
    Diagnosis diagnosis =
        Diagnosis.of(
            groups.keySet().stream().sorted().map(this::compared).toList(), healthy.values());
    return groups.entrySet().stream()
        .map(entry -> entry.getValue().group(entry.getKey(), diagnosis))
        .sorted(LeakGroup.LARGEST_FIRST)
        .toList();
  }
}
