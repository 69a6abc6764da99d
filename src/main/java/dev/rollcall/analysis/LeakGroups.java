package dev.rollcall.analysis;

import dev.rollcall.analysis.context.ContextTally;
import dev.rollcall.analysis.context.LeftByException;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.LeakCounts;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakOrigin;
import dev.rollcall.analysis.finding.Ownership;
import dev.rollcall.analysis.life.Fingerprints;
import dev.rollcall.analysis.life.Life;
import dev.rollcall.analysis.life.LifeWay;
import dev.rollcall.analysis.life.Siblings;
import dev.rollcall.common.Bytes;
import dev.rollcall.diagnosis.Diagnosis;
import dev.rollcall.diagnosis.OwnerSuspects;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.way.Ways;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.LifecycleEvent.Condition;
import dev.rollcall.recording.LifecycleEvent.LiveGroup;
import dev.rollcall.recording.Site;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gathers leaks into groups by fingerprint; keeps of each group a few lives: those that no other
 * leak owns first, and of these the lowest ids.
 */
final class LeakGroups {
  private static final Comparator<Example> ORDER =
      Comparator.comparing((Example example) -> !example.direct)
          .thenComparingInt(example -> example.verdicts.log().checkerId())
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

  private record Example(CheckerVerdicts verdicts, Life life, boolean direct) {
    History history() {
      return verdicts.history(life);
    }
  }

  /** An owner that has ended; ids are of one JVM. */
  private record EndedOwner(CheckerVerdicts verdicts, long ownerId) {}

  private final class Gathered {
    private String type = "";
    private long count;
    private long held;
    private long lost;
    private long oldest;
    private long bytes;
    private Site site = Site.NONE;
    private final Ways ways;
    private final TreeMap<Long, Long> refCounts = new TreeMap<>();
    private final ContextTally context = new ContextTally();
    private final ContextTally ofDirect = new ContextTally();
    private final PriorityQueue<Example> chosen = new PriorityQueue<>(ORDER.reversed());
    private final Map<String, Ownership.Owned> owned = new HashMap<>();
    private final Set<EndedOwner> endedOwners = new HashSet<>();
    private long indirect;
    private long released;

    Gathered(String fingerprint) {
      ways = new Ways(Fingerprints.type(fingerprint));
    }

    void describe(String ofType, Site at) {
      type = type.isEmpty() ? ofType : type;
      site = site.isUnknown() ? at : site;
    }

    void add(Example example, Condition condition) {
      count++;
      held += condition.lost() ? 0 : 1;
      lost += condition.lost() ? 1 : 0;
      oldest = Math.max(oldest, condition.ageMillis());
      // A leak that was found without its registration is told of by the check only.
      bytes = Bytes.plus(bytes, Math.max(condition.bytes(), example.life.bytes()));
      if (condition.refCount() >= 0) {
        refCounts.merge(condition.refCount(), 1L, Long::sum);
      }
      describe(example.life.type(), example.life.site());
      context.add(example.life.resourceId(), example.verdicts.contextOf(example.life));
      chosen.add(example);
      if (chosen.size() > examples) {
        chosen.remove();
      }
    }

    /** Takes a leak that no other one owns: what is compared, for the others are not the cause. */
    void addDirect(Example example) {
      OwnerLookup owners = example.verdicts.owners();
      ways.add(LifeWay.of(example.life, owners::of));
      ofDirect.add(example.life.resourceId(), example.verdicts.contextOf(example.life));
      long owner = example.life.ownerId();
      if (owner != 0
          && owners.of(owner).end() != null
          && endedOwners.add(new EndedOwner(example.verdicts, owner))) {
        released += owners.released(owner);
      }
    }

    LeakFinding group(String fingerprint, Diagnosis diagnosis) {
      List<History> lives = chosen.stream().sorted(ORDER).map(Example::history).toList();
      List<Suspect> suspects =
          indirect == count
              ? List.of()
              : LeftByException.among(
                  diagnosis.suspects(compared(fingerprint)), ofDirect.context(), count - indirect);
      return new LeakFinding(
          new LeakOrigin(fingerprint, type, site),
          new LeakCounts(count, held, lost, refCounts, oldest, bytes),
          suspects,
          lives,
          context.context(),
          new Ownership(indirect, List.copyOf(owned.values())));
    }
  }

  private Gathered gathered(String fingerprint) {
    return groups.computeIfAbsent(fingerprint, Gathered::new);
  }

  /** Takes a leak; {@code root} is the one at which its chain of leaked owners ends. */
  @SuppressWarnings("ReferenceEquality")
  void add(
      CheckerVerdicts verdicts, Life life, Condition condition, String fingerprint, Life root) {
    Example example = new Example(verdicts, life, root == life);
    Gathered group = gathered(fingerprint);
    group.add(example, condition);
    if (example.direct) {
      group.addDirect(example);
    } else {
      group.indirect++;
      gathered(verdicts.fingerprint(root))
          .owned
          .merge(
              fingerprint, new Ownership.Owned(fingerprint, life.type(), 1), Ownership.Owned::plus);
    }
  }

  void add(LiveGroup counted, String fingerprint) {
    Gathered group = gathered(fingerprint);
    group.count += counted.count();
    group.bytes = Bytes.plus(group.bytes, counted.bytes());
    group.describe(counted.type(), counted.site());
  }

  /** Takes the healthy lives that the leaked are compared with. */
  void addHealthy(Siblings siblings) {
    siblings.groups().forEach((fingerprint, ways) -> healthy(fingerprint).addAll(ways));
  }

  /** Takes a healthy life that the leaked are compared with. */
  void addHealthy(Life life, String fingerprint) {
    healthy(fingerprint).add(LifeWay.of(life));
  }

  private Diagnosis.Group compared(String fingerprint) {
    Gathered group = gathered(fingerprint);
    return new Diagnosis.Group(
        group.ways,
        healthy.getOrDefault(fingerprint, new Ways(Fingerprints.type(fingerprint))),
        group.released);
  }

  private Ways healthy(String fingerprint) {
    return healthy.computeIfAbsent(fingerprint, f -> new Ways(Fingerprints.type(f)));
  }

  /** The groups, largest first, then by fingerprint. */
  List<LeakFinding> largestFirst() {
    Diagnosis diagnosis =
        Diagnosis.of(
            groups.keySet().stream().sorted().map(this::compared).toList(), healthy.values());
    List<LeakFinding> all =
        groups.entrySet().stream()
            .map(entry -> entry.getValue().group(entry.getKey(), diagnosis))
            .sorted(LeakFinding.LARGEST_FIRST)
            .toList();
    Map<String, LeakFinding> owners = Ownership.owners(all);
    return all.stream().map(group -> lent(group, owners.get(group.fingerprint()))).toList();
  }

  /** What is wholly owned by other leaks has no cause but theirs. */
  private static LeakFinding lent(LeakFinding group, @Nullable LeakFinding owner) {
    return group.direct() > 0 || owner == null
        ? group
        : group.suspecting(OwnerSuspects.lent(owner.suspects(), owner.type()));
  }
}
