package dev.rollcall.analysis;

import dev.rollcall.analysis.age.OverdueNotice;
import dev.rollcall.analysis.context.JvmContext;
import dev.rollcall.analysis.context.LifeContext;
import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.FindingTotals.Following;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.analysis.growth.Growth;
import dev.rollcall.analysis.growth.LiveOverTime;
import dev.rollcall.analysis.life.CheckerLog;
import dev.rollcall.analysis.life.CollectorReleases;
import dev.rollcall.analysis.life.Fingerprints;
import dev.rollcall.analysis.life.Gaps;
import dev.rollcall.analysis.life.LastCondition;
import dev.rollcall.analysis.life.Life;
import dev.rollcall.analysis.life.MisusedLives;
import dev.rollcall.analysis.life.Siblings;
import dev.rollcall.analysis.life.Stretches;
import dev.rollcall.analysis.verdict.Balance;
import dev.rollcall.analysis.verdict.CountedOnly;
import dev.rollcall.analysis.verdict.EventSettings;
import dev.rollcall.analysis.verdict.Judge;
import dev.rollcall.analysis.verdict.LostEnds;
import dev.rollcall.analysis.verdict.NamedByCount;
import dev.rollcall.analysis.verdict.Ruling;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.LifecycleEvent.Condition;
import dev.rollcall.recording.LifecycleEvent.LiveGroup;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The verdicts on all lives of one checker, and what is missing to be sure of them. */
final class CheckerVerdicts {
  private final CheckerLog log;
  private final Ruling ruling;
  private final Judge judge;
  private final Fingerprints fingerprints;
  private final JvmContext jvmContext;
  private final OwnerLookup owners;
  private final boolean countsOn;
  private final boolean partial;
  private final @Nullable Jvm jvm;
  private final CountedOnly countedOnly;
  private final Set<Integer> tests;
  private final Stretches recorded;
  private final long end;
  private final List<Loss> losses = new ArrayList<>();

  /**
   * {@code dataLost}: whether the recordings show by themselves that events were dropped; {@code
   * tests}: the checks of tests with which recordings end; {@code jvm}: whose checker it is, where
   * that is to be said.
   */
  CheckerVerdicts(
      CheckerLog log,
      List<Recording> recordings,
      boolean dataLost,
      Set<Integer> tests,
      Fingerprints fingerprints,
      JvmContext jvmContext,
      @Nullable Jvm jvm) {
    this.log = log;
    this.owners = new OwnerLookup(log);
    this.jvmContext = jvmContext;
    this.fingerprints = fingerprints;
    this.jvm = jvm;
    this.tests = tests;
    this.recorded = new Stretches(recordings);
    this.end = end(log, recordings);
    this.partial = log.isPartial();
    LostEnds lostEnds = LostEnds.of(log, recordings, dataLost);
    this.ruling = NamedByCount.name(log, Ruling.of(log, lostEnds, tests), fingerprints);
    this.countedOnly = CountedOnly.of(log, ruling, fingerprints);
    this.countsOn = EventSettings.countsRecorded(log, recordings);
    losses.addAll(Balance.ofTotals(log, recordings));
    this.judge = new Judge(ruling, lostEnds.releasesLost() || !losses.isEmpty(), lostEnds, partial);
    losses.addAll(Balance.ofRuling(log, ruling));
    losses.addAll(Balance.ofUnfollowed(log, ruling, lostEnds, recordings));
    losses.addAll(Balance.ofCountedOnly(log, countedOnly));
    ofLives();
  }

  /**
   * When the recordings end, nanoseconds since 1970: up to then what is open has aged. The last
   * that they tell counts where they have no end of their own.
   */
  private static long end(CheckerLog log, List<Recording> recordings) {
    return Math.max(log.lastHeard(), recordings.stream().mapToLong(Recording::end).max().orElse(0));
  }

  private void ofLives() {
    long gaps = countsOn ? log.folded().unsteppedSteps() : 0;
    long broken = countsOn ? log.folded().unsteppedLives() : 0;
    long contradictory = log.folded().contradicted();
    for (Life life : log.lives()) {
      long missing = countsOn ? Gaps.missing(life) : 0;
      gaps += missing;
      broken += missing > 0 ? 1 : 0;
      contradictory += life.isContradictory() ? 1 : 0;
    }
    if (gaps > 0) {
      losses.add(
          new Loss(
              Loss.Kind.STEPS,
              gaps,
              String.format(
                  Locale.ROOT,
                  "%,d step%s of %,d resource%s missing, as gaps in the sequence numbers show",
                  gaps,
                  gaps == 1 ? "" : "s",
                  broken,
                  (broken == 1 ? "" : "s") + (gaps == 1 ? " is" : " are"))));
    }
    if (contradictory > 0) {
      losses.add(
          new Loss(
              Loss.Kind.CONTRADICTION,
              contradictory,
              String.format(
                  Locale.ROOT,
                  "%,d resource%s events that contradict each other, so what became of %s is not"
                      + " known",
                  contradictory,
                  contradictory == 1 ? " has" : "s have",
                  contradictory == 1 ? "it" : "them")));
    }
  }

  CheckerLog log() {
    return log;
  }

  /** The JVM that the checker belongs to; {@code null} where that needs not be said. */
  @Nullable Jvm jvm() {
    return jvm;
  }

  List<Loss> losses() {
    return losses;
  }

  Verdict verdict(Life life) {
    return judge.verdict(life);
  }

  History history(Life life) {
    return Histories.of(
        log.checkerId(),
        jvm,
        life,
        ruling,
        verdict(life),
        countsOn,
        fingerprints,
        contextOf(life),
        owners::type);
  }

  /** What went on around a life. */
  LifeContext contextOf(Life life) {
    return jvmContext.of(life);
  }

  /** What is known of the owners in this checker. */
  OwnerLookup owners() {
    return owners;
  }

  String fingerprint(Life life) {
    return fingerprints.of(life, ruling.leaked().get(life.resourceId()));
  }

  /** Puts all leaks, what is open, their healthy siblings and the rest into groups. */
  void gather(Gathering all) {
    gather(new TreeMap<>(ruling.leaked()), ruling.counted(), all.leaked());
    SortedMap<Long, Condition> open = new TreeMap<>();
    Siblings siblings = new Siblings();
    siblings.addAll(log.folded().siblings());
    all.releasedIn().addAll(jvmContext.released(log.checkerId(), log.lives()));
    all.byCollector().addAll(log.folded().byCollector());
    MisusedLives misused = new MisusedLives();
    misused.addAll(log.folded().misused());
    for (Life life : log.lives()) {
      Verdict verdict = verdict(life);
      if (life.isMisused()) {
        misused.add(life, fingerprint(life));
      }
      if (verdict == Verdict.OPEN) {
        open.put(life.resourceId(), LastCondition.of(life, end));
      } else if (verdict == Verdict.RELEASED && life.unregistered() != null) {
        if (CollectorReleases.has(life)) {
          all.byCollector().add(life, fingerprint(life));
        } else if (life.isBracketed()) {
          siblings.add(life, fingerprint(life));
        } else if (!life.isContradictory()) {
          long since = recorded.since(life.unregistered().moment().time());
          siblings.addAge(life, fingerprint(life), since);
        }
      }
    }
    // A test's own recording does not tell what became of what others registered.
    if (tests.isEmpty()) {
      gather(open, countedOnly.groups(), all.open());
    }
    all.siblings().addAll(siblings, end);
    all.misuses().add(this, log.misuses(), misused);
  }

  /** Lives by id, and what is known by number only. */
  private void gather(
      SortedMap<Long, Condition> lives, List<LiveGroup> counted, LifeGroups groups) {
    Map<Long, Long> roots = owners.roots(lives.keySet());
    lives.forEach(
        (id, condition) -> {
          Life life = log.find(id);
          Life root = log.find(roots.getOrDefault(id, id));
          if (life != null && root != null) {
            groups.add(this, life, condition, fingerprint(life), root);
          }
        });
    counted.forEach(group -> groups.add(group, fingerprints.of(group), partial));
  }

  /** What grows. A test's own recording does not tell: it is of all that other tests do, too. */
  List<Growth> growth() {
    return tests.isEmpty() ? Growing.of(this, recorded.since(end), end) : List.of();
  }

  /** How many lived over time. A test's own recording does not tell, likewise. */
  List<LiveOverTime.Curve> curves() {
    List<LiveGroup> counted = new ArrayList<>(ruling.counted());
    counted.addAll(countedOnly.groups());
    return tests.isEmpty() ? new Living(this, end).curves(counted) : List.of();
  }

  /** What was found while the program ran. */
  List<LiveOverTime.Mark> marks() {
    return new Living(this, end).marks();
  }

  /** What the program itself found overdue. */
  List<OverdueNotice> overdue() {
    return log.overdue().notices(end, this::registeredAt);
  }

  /** When a resource was registered; 0 where that is not known. */
  private long registeredAt(long id) {
    Life life = log.find(id);
    return life == null || life.registered() == null ? 0 : life.registered().moment().time();
  }

  /** The numbers of this checker. */
  FindingTotals totals() {
    long open = 0;
    long unknown = 0;
    long ignored = 0;
    for (Life life : log.lives()) {
      switch (verdict(life)) {
        case OPEN -> open++;
        case UNKNOWN -> unknown += judge.isCounted(life) ? 0 : 1;
        case IGNORED -> ignored++;
        default -> {}
      }
    }
    Totals last = log.lastTotals();
    long leaked = ruling.unlisted() + ruling.leaked().size();
    for (var group : ruling.counted()) {
      leaked += group.count();
    }
    Totals begunAndEnded = begunAndEnded(last);
    return new FindingTotals(
        begunAndEnded.registered(),
        begunAndEnded.unregistered(),
        leaked,
        open + countedOnly.count(),
        unknown,
        log.misuses().count(),
        last == null ? ignored : ignoredAtTheEnd(last),
        following(last));
  }

  /** Of the lives that began while they were recorded. */
  private Following following(@Nullable Totals last) {
    Totals first = log.firstTotals().orElse(Balance.NOTHING);
    if (last == null || last.unfollowed() <= first.unfollowed()) {
      return Following.ALL;
    }
    return new Following(
        Math.max(log.registrations(), last.followed() - first.followed()),
        last.unfollowed() - first.unfollowed());
  }

  /** Whether there are lives that are not followed. */
  boolean isPartial() {
    return partial;
  }

  /** Whether its end, if it has come to one, has no event. */
  boolean endsUnseen(Life life) {
    return life.endsUnseen(partial);
  }

  /**
   * What happened after the last totals counts too. Where nothing did they are exact, and adding up
   * is not: what goes on while a recording starts is in its first totals, and in the recording.
   */
  private Totals begunAndEnded(@Nullable Totals last) {
    if (last != null && log.lastTotalsHaveAll()) {
      return last;
    }
    Totals first = log.firstTotals().orElse(Balance.NOTHING);
    long registered = first.followed() + log.registrations();
    long unregistered = first.followedEnded() + log.unregistrations();
    Totals least = last == null ? first : last;
    return new Totals(
        Math.max(registered, least.followed()) + least.unfollowed(),
        Math.max(unregistered, least.followedEnded()) + least.unfollowedEnded(),
        least.live(),
        least.ignored());
  }

  private long ignoredAtTheEnd(Totals last) {
    return ruling.isFinal() && ruling.check() != null
        ? ruling.check().totals().ignored()
        : last.ignored();
  }

  /** Whether open resources leave it open if all were released: nothing final speaks. */
  boolean isUnsettled() {
    return !ruling.isFinal();
  }
}
