package dev.rollcall.analysis;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.Budgeted.Truth;
import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.FindingTotals.Following;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.common.Fingerprint;
import dev.rollcall.common.Phase;
import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Where only so many lives a second are followed, everything that is counted is exact, and nothing
 * that is concluded is wrong: for hundreds of seeds of {@link Budgeted}.
 */
final class FollowedLivesTest {
  /** Fewer do where a whole run is repeated for each of many faults. */
  private static final int SEEDS = Integer.getInteger("followed.seeds", 300);

  private static final int THINGS = 700;

  /** Many or few are followed, sites are kept or not, and checkpoints write all or some. */
  private static Budgeted program(Random random) {
    double perSecond = List.of(1.0, 5.0, 20.0, 1_000.0).get(random.nextInt(4));
    int cap = random.nextBoolean() ? 10_000 : 5 + random.nextInt(60);
    Budgeted program = new Budgeted(random, perSecond, random.nextInt(3) == 0, cap);
    program.start();
    for (int i = random.nextInt(4); i > 0; i--) {
      program.register(Budgeted.IMMORTAL, "wanted", true);
    }
    return program.run(THINGS);
  }

  private static Findings findings(Budgeted program) {
    return program.analysis(program.events(), new JvmLog()).findings(3);
  }

  private static List<Loss> losses(Findings findings) {
    return findings.recordings().get(0).losses();
  }

  private static Following following(Budgeted program) {
    long unfollowed = program.lives(life -> !life.followed);
    return unfollowed == 0
        ? Following.ALL
        : new Following(program.lives(life -> life.followed), unfollowed);
  }

  private static Map<String, Long> counts(List<LeakFinding> groups) {
    return new TreeMap<>(
        groups.stream().collect(toMap(LeakFinding::fingerprint, LeakFinding::count)));
  }

  private static boolean leaks(Truth life) {
    return life.live && !life.isIgnored();
  }

  /** No verdict of a life that is known may be wrong. */
  private static void assertTrueVerdicts(Budgeted program, Analysis analysis, int seed) {
    for (History history : analysis.histories(new Selection.All()).toList()) {
      Truth life = program.truth(history.resourceId());
      assertThat(history.isFollowed()).as("seed %d %s", seed, history).isEqualTo(life.followed);
      boolean live =
          switch (history.verdict()) {
            case LEAKED, OPEN, IGNORED -> true;
            case RELEASED, MISUSED -> false;
            case UNKNOWN -> life.live;
          };
      assertThat(life.live).as("seed %d %s", seed, history).isEqualTo(live);
      assertThat(history.verdict() == Verdict.UNKNOWN && life.followed)
          .as("seed %d %s", seed, history)
          .isFalse();
    }
  }

  @Test
  void atTheExitEveryNumberAndGroupIsExact() {
    long unfollowed = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Budgeted program = program(new Random(seed)).end(Phase.EXIT);
      Analysis analysis = program.analysis(program.events(), new JvmLog());
      Findings findings = analysis.findings(3);

      assertThat(losses(findings)).as("seed %d", seed).isEmpty();
      assertThat(findings.totals())
          .as("seed %d", seed)
          .isEqualTo(
              new FindingTotals(
                  program.lives(life -> true),
                  program.lives(life -> !life.live),
                  program.lives(FollowedLivesTest::leaks),
                  0,
                  0,
                  0,
                  program.lives(life -> life.live && life.isIgnored()),
                  following(program)));
      assertThat(counts(findings.groups()))
          .as("seed %d", seed)
          .isEqualTo(program.groups(FollowedLivesTest::leaks));
      assertThat(findings.groups().stream().mapToLong(LeakFinding::unfollowed).sum())
          .as("seed %d", seed)
          .isEqualTo(program.lives(life -> leaks(life) && !life.followed));
      assertTrueVerdicts(program, analysis, seed);
      unfollowed += program.lives(life -> leaks(life) && !life.followed);
    }
    assertThat(unfollowed).isGreaterThan(SEEDS);
  }

  @Test
  void atADumpWhatIsOpenIsCountedExactly() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Budgeted program = program(new Random(seed)).end(Phase.CHUNK);
      Analysis analysis = program.analysis(program.events(), new JvmLog());
      Findings findings = analysis.findings(3);
      FindingTotals totals = findings.totals();

      assertThat(totals.leaked()).as("seed %d", seed).isEqualTo(program.provenLeaks());
      assertThat(totals.leaked() + totals.open())
          .as("seed %d", seed)
          .isEqualTo(program.lives(FollowedLivesTest::leaks));
      assertThat(totals.unknown()).as("seed %d", seed).isZero();
      assertThat(totals.registered()).as("seed %d", seed).isEqualTo(program.lives(life -> true));
      assertThat(totals.following()).as("seed %d", seed).isEqualTo(following(program));
      assertThat(losses(findings))
          .as("seed %d", seed)
          .allMatch(loss -> loss.kind() == Loss.Kind.CHECKPOINT);
      assertTrueVerdicts(program, analysis, seed);
    }
  }

  /** Of what is not followed nobody knows what became of it after the last checkpoint. */
  @Test
  void afterAKillNothingIsConcludedFromSilence() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Budgeted program = program(new Random(seed));
      program.nextChunk();
      program.run(THINGS / 10).kill();
      Analysis analysis = program.analysis(program.events(), new JvmLog());
      Findings findings = analysis.findings(3);

      assertThat(losses(findings))
          .as("seed %d", seed)
          .extracting(Loss::kind)
          .contains(Loss.Kind.VERDICT, Loss.Kind.UNFINISHED);
      assertThat(findings.outcome()).as("seed %d", seed).isNotEqualTo(Findings.Outcome.CLEAN);
      for (History history : analysis.histories(new Selection.All()).toList()) {
        Truth life = program.truth(history.resourceId());
        if (!life.followed) {
          assertThat(history.verdict())
              .as("seed %d %s", seed, history)
              .isIn(
                  life.live ? Verdict.UNKNOWN : Verdict.RELEASED, Verdict.UNKNOWN, Verdict.IGNORED);
        } else if (history.verdict() != Verdict.UNKNOWN) {
          assertThat(life.live)
              .as("seed %d %s", seed, history)
              .isEqualTo(history.verdict() != Verdict.RELEASED);
        }
      }
    }
  }

  @Test
  void whatIsLostOfTheFollowedIsCountedAndNothingElse() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Budgeted program = program(random).end(Phase.EXIT);
      List<LifecycleEvent> kept = new ArrayList<>();
      long registrations = 0;
      long releases = 0;
      for (LifecycleEvent event : program.events()) {
        boolean dropped = random.nextInt(30) == 0;
        if (dropped && event instanceof Registered) {
          registrations++;
        } else if (dropped && event instanceof Unregistered) {
          releases++;
        } else {
          kept.add(event);
        }
      }
      Findings findings = program.analysis(kept, new JvmLog()).findings(3);

      assertThat(lost(findings, Loss.Kind.REGISTRATIONS))
          .as("seed %d", seed)
          .isEqualTo(registrations);
      assertThat(lost(findings, Loss.Kind.UNREGISTRATIONS)).as("seed %d", seed).isEqualTo(releases);
      assertThat(findings.totals().leaked())
          .as("seed %d", seed)
          .isEqualTo(program.lives(FollowedLivesTest::leaks));
      assertThat(findings.totals().registered())
          .as("seed %d", seed)
          .isEqualTo(program.lives(life -> true));
    }
  }

  private static long lost(Findings findings, Loss.Kind kind) {
    return losses(findings).stream()
        .filter(loss -> loss.kind() == kind)
        .mapToLong(loss -> loss.count() == null ? 0 : loss.count())
        .sum();
  }

  /** The lives of which nothing tells the end are not held for ever, and nothing changes by it. */
  @Test
  void findingsAreTheSameWhereOldLivesAreForgotten() {
    long held = 0;
    long all = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Budgeted program = program(random).end(random.nextBoolean() ? Phase.EXIT : Phase.CHUNK);
      JvmLog few = new JvmLog(10);
      JvmLog whole = new JvmLog(Integer.MAX_VALUE);

      Findings forgetful = program.analysis(program.events(), few).findings(3);

      assertThat(forgetful)
          .as("seed %d", seed)
          .isEqualTo(program.analysis(program.events(), whole).findings(3));
      held += unfollowed(few);
      all += unfollowed(whole);
    }
    assertThat(held).isLessThan(all * 3 / 4);
  }

  private static long unfollowed(JvmLog log) {
    return log.checkers().stream()
        .flatMap(checker -> checker.lives().stream())
        .filter(life -> life.isUnfollowed())
        .count();
  }

  /** Chunks in turn to either of two files, which are read in either order. */
  @Test
  void findingsAreTheSameWhereSeveralFilesTellThem() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Budgeted program = program(random).end(random.nextBoolean() ? Phase.EXIT : Phase.CHUNK);
      List<List<LifecycleEvent>> files = List.of(new ArrayList<>(), new ArrayList<>());
      int chunk = 100 + random.nextInt(300);
      for (int i = 0; i < program.events().size(); i++) {
        files.get(i / chunk % 2).add(program.events().get(i));
      }
      int first = random.nextInt(2);
      JvmLog log = new JvmLog(20);
      files.get(first).forEach(log);
      JvmLog other = new JvmLog(20);
      files.get(1 - first).forEach(other);
      log.addAll(other);

      Findings merged = program.analysis(List.of(), log).findings(3);
      Findings whole = findings(program);

      assertThat(merged.totals()).as("seed %d", seed).isEqualTo(whole.totals());
      assertThat(counts(merged.groups())).as("seed %d", seed).isEqualTo(counts(whole.groups()));
      assertThat(estimates(merged)).as("seed %d", seed).isEqualTo(estimates(whole));
      assertThat(merged.recordings()).as("seed %d", seed).isEqualTo(whole.recordings());
    }
  }

  private static List<LeakFinding.@Nullable Estimate> estimates(Findings findings) {
    return findings.groups().stream().map(LeakFinding::estimate).toList();
  }

  /** So many more than those that are followed leak that chance has little to say. */
  @Test
  void theEstimateIsNearTheTruthAndAddsUp() {
    double off = 0;
    int told = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Budgeted program =
          new Budgeted(new Random(seed), 20, false, 10_000).start().run(2_000).end(Phase.EXIT);
      Findings findings = findings(program);
      for (LeakFinding group : findings.groups()) {
        LeakFinding.Estimate estimate = group.estimate();
        assertThat(estimate == null).isEqualTo(group.unfollowed() == 0);
        if (estimate != null) {
          assertThat(group.fingerprint()).isEqualTo(Fingerprint.unknown(Budgeted.BUSY));
          assertThat(estimate.shares().stream().mapToLong(share -> share.count()).sum())
              .isEqualTo(group.count());
          Map<String, Long> truth =
              new TreeMap<>(
                  Map.of(
                      fingerprint("open0"),
                      0L,
                      fingerprint("open1"),
                      0L,
                      fingerprint("open2"),
                      0L));
          program
              .leaked(life -> leaks(life) && !life.followed)
              .forEach(
                  life ->
                      truth.merge(Fingerprint.of(life.type, life.site.frames()), 1L, Long::sum));
          for (LeakFinding.Estimate.Share share : estimate.shares()) {
            truth.merge(share.fingerprint(), -share.count(), Long::sum);
          }
          off += truth.values().stream().mapToLong(Math::abs).sum() / 2.0 / group.count();
          told++;
        }
      }
    }
    assertThat(told).isGreaterThan(SEEDS / 2);
    assertThat(off / told).isLessThan(0.15);
  }

  private static String fingerprint(String method) {
    return Fingerprint.of(Budgeted.BUSY, Events.site(method).frames());
  }
}
