package dev.rollcall.analysis;

import dev.rollcall.analysis.age.AgeRule;
import dev.rollcall.analysis.age.AgeRuling;
import dev.rollcall.analysis.age.SiblingAges;
import dev.rollcall.analysis.age.Spread;
import dev.rollcall.analysis.context.ContextTally;
import dev.rollcall.analysis.context.LeftByException;
import dev.rollcall.analysis.context.LifeContext;
import dev.rollcall.analysis.context.OfOneRequest;
import dev.rollcall.analysis.finding.Context;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.LeakCounts;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakFinding.Contrast;
import dev.rollcall.analysis.finding.LeakOrigin;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.analysis.finding.Ownership;
import dev.rollcall.analysis.growth.LiveOverTime;
import dev.rollcall.analysis.life.Fingerprints;
import dev.rollcall.analysis.life.Life;
import dev.rollcall.analysis.life.LifeWay;
import dev.rollcall.analysis.life.Siblings;
import dev.rollcall.analysis.request.ReleasedByGroup;
import dev.rollcall.common.Bytes;
import dev.rollcall.diagnosis.Diagnosis;
import dev.rollcall.diagnosis.OwnerSuspects;
import dev.rollcall.diagnosis.Subject;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.Suspect.Confidence;
import dev.rollcall.diagnosis.evidence.Clue;
import dev.rollcall.diagnosis.way.Ways;
import dev.rollcall.recording.ContextEvent.Thrown;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.LifecycleEvent.Condition;
import dev.rollcall.recording.LifecycleEvent.LiveGroup;
import dev.rollcall.recording.Site;
import java.util.ArrayList;
import java.util.Collection;
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
 * Gathers lives into groups by fingerprint, the leaked or those that are open; keeps of each group
 * a few lives: those that no other one of them owns first, of these the followed ones, and of these
 * the lowest ids.
 */
final class LifeGroups {
  private static final Comparator<Example> ORDER =
      Comparator.comparing((Example example) -> !example.direct)
          .thenComparing(example -> example.life.isUnfollowed())
          .thenComparingInt(example -> example.verdicts.log().checkerId())
          .thenComparingLong(example -> example.life.resourceId())
          .thenComparing(
              example -> example.verdicts.jvm(),
              Comparator.nullsFirst(
                  Comparator.comparingLong(Jvm::startedAt)
                      .thenComparingLong(Jvm::pid)
                      .thenComparing(Jvm::sign)));

  private final Subject subject;
  private final int examples;
  private final Siblings siblings;
  private final ReleasedByGroup releasedIn;
  private final @Nullable GoodRun good;
  private final long leastMillis;
  private final Map<String, Gathered> groups = new HashMap<>();

  /** What was thrown after last steps. */
  private final List<LiveOverTime.Mark> thrown = new ArrayList<>();

  /** Of each group the youngest that was passed over. */
  private final Map<String, Long> passedOver = new HashMap<>();

  /**
   * {@code siblings}: the healthy lives that these are compared with, whoever gathers them; {@code
   * releasedIn}: in which requests they were registered; {@code good}: the run whose lives stand
   * beside those where they are too few; {@code leastMillis}: what is younger, or of unknown age,
   * is passed over.
   */
  LifeGroups(
      Subject subject,
      int examples,
      Siblings siblings,
      ReleasedByGroup releasedIn,
      @Nullable GoodRun good,
      long leastMillis) {
    this.subject = subject;
    this.examples = examples;
    this.siblings = siblings;
    this.releasedIn = releasedIn;
    this.good = good;
    this.leastMillis = leastMillis;
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
    private long unfollowed;
    private long unfollowedDirect;
    private boolean partial;
    private final Spread.Tally spread = new Spread.Tally();
    private final List<Long> ages = new ArrayList<>();
    private final List<Long> unfollowedAges = new ArrayList<>();
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
      spread.add(condition.ageMillis());
      // One that was found without its registration is told of only then.
      bytes = Bytes.plus(bytes, Math.max(condition.bytes(), example.life.bytes()));
      if (subject == Subject.OPEN && condition.ageMillis() >= 0) {
        (example.life.isUnfollowed() ? unfollowedAges : ages).add(condition.ageMillis());
      }
      if (condition.refCount() >= 0) {
        refCounts.merge(condition.refCount(), 1L, Long::sum);
      }
      describe(example.life.type(), example.life.site());
      unfollowed += example.life.isUnfollowed() ? 1 : 0;
      partial |= example.verdicts.isPartial();
      LifeContext around = example.verdicts.contextOf(example.life);
      context.add(example.life.resourceId(), around);
      if (around.thrown() != null) {
        mark(around.thrown().event(), example.life.type());
      }
      chosen.add(example);
      if (chosen.size() > examples) {
        chosen.remove();
      }
    }

    /** Takes a life that no other one owns: what is compared, for the others are not the cause. */
    void addDirect(Example example) {
      if (example.life.isUnfollowed()) {
        // What it did is not known, and nothing could be compared.
        unfollowedDirect++;
        return;
      }
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

    /** How many are compared. */
    private long compared() {
      return count - indirect - unfollowedDirect;
    }

    private Diagnosis.Group compared(String fingerprint) {
      Context known = ofDirect.context(releasedIn.of(fingerprint));
      Ways healthy = healthy(fingerprint);
      Diagnosis.Group plain = new Diagnosis.Group(ways, healthy, released, subject);
      List<Clue> told =
          new ArrayList<>(
              LeftByException.clues(ofDirect, compared(), healthy.lives(), subject, partial));
      told.addAll(OfOneRequest.clues(known.requests(), compared(), plain));
      return new Diagnosis.Group(ways, healthy, released, subject, told);
    }

    private List<Suspect> suspects(Diagnosis diagnosis, String fingerprint) {
      Diagnosis.Group compared = compared(fingerprint);
      Context known = ofDirect.context(releasedIn.of(fingerprint));
      List<Suspect> suspects = said(diagnosis.suspects(compared), fingerprint);
      List<Suspect> found =
          OfOneRequest.accompanied(suspects, known.requests(), compared(), compared);
      return unfollowed > 0
          ? found.stream().map(one -> one.remarked(" (of those that are followed)")).toList()
          : found;
    }

    private Contrast contrast(String fingerprint, Diagnosis diagnosis) {
      return new Contrast(
          diagnosis.tracks(ways), spread.spread(), siblingAges(fingerprint).lifetimes().spread());
    }

    LeakFinding group(String fingerprint, Diagnosis diagnosis) {
      List<History> lives = chosen.stream().sorted(ORDER).map(Example::history).toList();
      Ways own = siblings.ways(fingerprint);
      List<Suspect> suspects = indirect == count ? List.of() : suspects(diagnosis, fingerprint);
      return new LeakFinding(
          new LeakOrigin(fingerprint, type, site),
          new LeakCounts(count, held, lost, refCounts, oldest, bytes, unfollowed),
          suspects,
          lives,
          context.context(releasedIn.of(fingerprint)),
          new Ownership(indirect, List.copyOf(owned.values())),
          good == null ? null : good.of(fingerprint, own),
          null,
          contrast(fingerprint, diagnosis));
    }
  }

  private void mark(Thrown exception, String type) {
    thrown.add(
        new LiveOverTime.Mark(
            LiveOverTime.Kind.EXCEPTION, exception.moment().time(), type, exception.type(), 1));
  }

  /** What was thrown after last steps: a mark for each of these. */
  List<LiveOverTime.Mark> thrown() {
    return thrown;
  }

  private Gathered gathered(String fingerprint) {
    return groups.computeIfAbsent(fingerprint, Gathered::new);
  }

  /** Takes a life; {@code root} is the one at which its chain of owners, such as it is, ends. */
  @SuppressWarnings("ReferenceEquality")
  void add(
      CheckerVerdicts verdicts, Life life, Condition condition, String fingerprint, Life root) {
    if (leastMillis > 0 && condition.ageMillis() < leastMillis) {
      if (condition.ageMillis() >= 0) {
        passedOver.merge(fingerprint, condition.ageMillis(), Math::min);
      }
      return;
    }
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

  /** Takes what is known by number only; {@code partial}: whether some lives are not followed. */
  void add(LiveGroup counted, String fingerprint, boolean partial) {
    if (leastMillis > 0) {
      return;
    }
    Gathered group = gathered(fingerprint);
    group.count += counted.count();
    group.bytes = Bytes.plus(group.bytes, counted.bytes());
    group.partial |= partial;
    group.describe(counted.type(), counted.site());
  }

  private Ways healthy(String fingerprint) {
    Ways own = siblings.ways(fingerprint);
    return good == null ? own : good.ways(fingerprint, own);
  }

  /** The healthy lives of all groups, also of those in which all are well. */
  private Collection<Ways> healthy() {
    Map<String, Ways> all = new HashMap<>(siblings.byFingerprint());
    groups.keySet().forEach(fingerprint -> all.put(fingerprint, healthy(fingerprint)));
    return all.values();
  }

  private List<Suspect> said(List<Suspect> suspects, String fingerprint) {
    return good == null ? suspects : good.said(suspects, fingerprint, siblings.ways(fingerprint));
  }

  private Diagnosis diagnosis() {
    return Diagnosis.of(
        groups.keySet().stream()
            .sorted()
            .map(fingerprint -> gathered(fingerprint).compared(fingerprint))
            .toList(),
        healthy());
  }

  /** What speaks against whom, unweighed, for each group by its fingerprint. */
  Map<String, Diagnosis.Evidence> evidence() {
    Diagnosis diagnosis = diagnosis();
    Map<String, Diagnosis.Evidence> evidence = new TreeMap<>();
    groups.forEach(
        (fingerprint, group) -> {
          if (group.indirect < group.count) {
            Diagnosis.Group compared = group.compared(fingerprint);
            evidence.put(
                fingerprint,
                new Diagnosis.Evidence(
                    compared.leaked().lives(),
                    compared.healthy().lives(),
                    diagnosis.evidence(compared)));
          }
        });
    return evidence;
  }

  /** The groups, largest first, then by fingerprint. */
  List<LeakFinding> largestFirst() {
    if (groups.isEmpty()) {
      return List.of();
    }
    Diagnosis diagnosis = diagnosis();
    List<LeakFinding> all =
        groups.entrySet().stream()
            .map(entry -> entry.getValue().group(entry.getKey(), diagnosis))
            .sorted(LeakFinding.LARGEST_FIRST)
            .toList();
    Map<String, LeakFinding> owners = Ownership.owners(all);
    return all.stream()
        .map(group -> lent(group, owners.get(group.fingerprint())))
        .map(group -> gathered(group.fingerprint()).partial ? estimated(group, all) : group)
        .sorted(LeakFinding.LARGEST_FIRST)
        .toList();
  }

  private LeakFinding estimated(LeakFinding group, List<LeakFinding> all) {
    LeakFinding.Estimate estimate = Estimates.of(group, all, siblings);
    return estimate == null ? group : group.with(estimate);
  }

  /** The groups of what is open, in the order of reports. */
  List<OpenFinding> mostTellingFirst() {
    return largestFirst().stream()
        .map(group -> open(group, ages(group.fingerprint())))
        .sorted(OpenFinding.MOST_TELLING_FIRST)
        .toList();
  }

  /** What is merely in use lacks its release, too: only an age makes the lack of one telling. */
  private static OpenFinding open(LeakFinding group, AgeRuling ages) {
    OpenFinding open = new OpenFinding(group, ages);
    return open.isOverdue()
        ? open
        : new OpenFinding(
            group.suspecting(
                group.suspects().stream().map(s -> s.atMost(Confidence.MEDIUM)).toList()),
            ages);
  }

  /** What the ages of a group say beside the lifetimes of its siblings. */
  private AgeRuling ages(String fingerprint) {
    Gathered group = gathered(fingerprint);
    return AgeRule.of(
        group.ages.stream().mapToLong(Long::longValue).toArray(),
        group.unfollowedAges.stream().mapToLong(Long::longValue).toArray(),
        passedOver.getOrDefault(fingerprint, Long.MAX_VALUE),
        siblingAges(fingerprint));
  }

  private SiblingAges siblingAges(String fingerprint) {
    return good == null ? siblings.ages(fingerprint) : good.ages(fingerprint, siblings);
  }

  /** What is wholly owned by others has no cause but theirs. */
  private LeakFinding lent(LeakFinding group, @Nullable LeakFinding owner) {
    return group.direct() > 0 || owner == null
        ? group
        : group.suspecting(OwnerSuspects.lent(owner.suspects(), owner.type(), subject));
  }
}
