package dev.rollcall.gate;

import static dev.rollcall.gate.Samples.findings;
import static dev.rollcall.gate.Samples.leaks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.LeakCounts;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakOrigin;
import dev.rollcall.common.Fingerprint;
import dev.rollcall.recording.LifecycleEvent.Lost;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import dev.rollcall.recording.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules take, and what they leave. */
class SuppressionsTest {
  private static Report apply(Findings findings, String... lines) throws MalformedRuleException {
    return Suppressions.apply(
        Report.of(findings), RuleFile.parse("wanted.txt", String.join("\n", lines)));
  }

  @ParameterizedTest
  @CsvSource({
    "type com.acme.Buffer, 3",
    "type com.acme.*, 3",
    "type *, 3",
    "type Buffer, 0",
    "type com.acme.Buff, 0",
    "frame com.acme.Server.open, 3",
    "frame *.open, 3",
    "frame com.acme.Server.op, 0",
    "frame com.acme.Server, 0",
    "frame com.acme.Server.*, 3",
    "frame com?acme.Server.open, 0",
    "fingerprint com.acme.Buffer@2d251174a7e3a05b, 3",
    "fingerprint com.acme.Buffer@*, 0",
  })
  void aPatternMeansTheWholeName(String rule, long taken) throws MalformedRuleException {
    Report report = apply(findings(leaks("open", 3)), rule + " \"why\"");

    assertThat(report.suppressed()).isEqualTo(taken);
    assertThat(report.leaked()).isEqualTo(3);
    assertThat(report.findings().totals().leaked()).isEqualTo(3 - taken);
    assertThat(report.findings().groups()).hasSize(taken == 3 ? 0 : 1);
  }

  @Test
  void whatARuleLeavesOfAGroupIsNotFollowedEither() throws MalformedRuleException {
    LeakFinding group =
        new LeakFinding(
            new LeakOrigin(Fingerprint.unknown(Events.TYPE), Events.TYPE, Site.NONE),
            new LeakCounts(9, 5, 4, new TreeMap<>(), 1_500, 0, 9));

    LeakFinding left = apply(findings(group), "type * lost \"why\"").findings().groups().get(0);

    assertThat(left.count()).isEqualTo(5);
    assertThat(left.unfollowed()).isEqualTo(5);
    assertThat(left.isUnplaced()).isTrue();
  }

  /** They may be of any site, so that a rule for one group would hide what is new. */
  @Test
  void aFingerprintMeansNoLeaksThatAreNotFollowed() throws MalformedRuleException {
    Findings all = findings(Samples.unfollowed(3));
    String rule = "fingerprint com.acme.Buffer@unknown \"why\"";

    assertThat(apply(all, rule).suppressed()).isZero();
    assertThat(RuleFile.parse("wanted.txt", rule).get(0).namesAnySite(Samples.unfollowed(3)))
        .isTrue();
    assertThat(apply(all, "type com.acme.Buffer \"why\"").suppressed()).isEqualTo(3);
  }

  /** Where no sites are recorded at all, the type is all there is. */
  @Test
  void aFingerprintWithoutASiteMeansFollowedLeaksWithoutOne() throws MalformedRuleException {
    LeakFinding group =
        new LeakFinding(
            new LeakOrigin(Fingerprint.unknown(Events.TYPE), Events.TYPE, Site.NONE),
            new LeakCounts(3, 3, 0, new TreeMap<>(), 1_500));

    assertThat(apply(findings(group), "fingerprint com.acme.Buffer@unknown \"why\"").suppressed())
        .isEqualTo(3);
  }

  @Test
  void everyFrameOfTheSiteIsCompared() throws MalformedRuleException {
    List<StackTraceElement> frames = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      frames.add(new StackTraceElement("com.acme.Deep", "m" + i, "Deep.java", i));
    }
    LeakFinding one = leaks("open", 1);
    LeakFinding deep =
        new LeakFinding(
            new LeakOrigin(one.fingerprint(), one.type(), new Site(frames, false)), one.counts());

    assertThat(apply(findings(deep), "frame com.acme.Deep.m29 \"why\"").suppressed()).isEqualTo(1);
    assertThat(apply(findings(deep), "frame com.acme.Deep.m30 \"why\"").suppressed()).isZero();
  }

  @Test
  void onlyTheHeldOrTheLostPartOfAGroup() throws MalformedRuleException {
    Findings all = findings(leaks("open", 10, 6, 4));

    LeakFinding lost = apply(all, "type * held \"why\"").findings().groups().get(0);
    assertThat(lost.count()).isEqualTo(4);
    assertThat(lost.held()).isZero();
    assertThat(lost.lost()).isEqualTo(4);
    // Whose counts they were is not known.
    assertThat(lost.refCounts()).isEmpty();

    LeakFinding held = apply(all, "type * lost \"why\"").findings().groups().get(0);
    assertThat(held.count()).isEqualTo(6);
    assertThat(held.held()).isEqualTo(6);
    assertThat(held.lost()).isZero();

    assertThat(apply(all, "type * held \"a\"", "type * lost \"b\"").findings().groups()).isEmpty();
  }

  @Test
  void leaksKnownByNumberOnlyAreNotKnownToBeHeldOrLost() throws MalformedRuleException {
    Findings all = findings(leaks("open", 10, 2, 3));

    Report limited = apply(all, "type * held \"a\"", "type * lost \"b\"");
    assertThat(limited.suppressed()).isEqualTo(5);
    assertThat(limited.findings().groups())
        .singleElement()
        .extracting(LeakFinding::count)
        .isEqualTo(5L);
    assertThat(apply(all, "type * \"all\"").findings().groups()).isEmpty();
  }

  @Test
  void leaksOfWhichOnlyTheTotalIsKnownAreNeverSuppressed() throws MalformedRuleException {
    Report report = apply(Samples.unnamed(7, leaks("open", 3)), "type * \"all\"");

    assertThat(report.findings().groups()).isEmpty();
    assertThat(report.findings().totals().leaked()).isEqualTo(7);
    assertThat(report.findings().outcome()).isEqualTo(Findings.Outcome.FOUND);
  }

  @Test
  void theFirstRuleThatMeansALeakHasIt() throws MalformedRuleException {
    Report report =
        apply(
            findings(leaks("open", 10, 6, 4), leaks("other", 1)),
            "frame *.open lost \"lost\"",
            "frame *.open \"rest\"",
            "frame *.open held \"too late\"",
            "type com.acme.Nothing \"unused\"");

    assertThat(report.suppressions())
        .extracting(Suppressed::resources)
        .containsExactly(4L, 6L, 0L, 0L);
    assertThat(report.suppressions())
        .extracting(Suppressed::groups)
        .containsExactly(1L, 1L, 0L, 0L);
    Gate gate =
        new Gate(report.suppressions().stream().map(Suppressed::rule).toList(), null, false);
    assertThat(gate.unused(report)).extracting(Rule::line).containsExactly(3, 4);
  }

  @Test
  void aRuleThatWasUsedInAnEarlierReportIsNotUnused() throws MalformedRuleException {
    Report report = apply(findings(leaks("open", 3)), "frame *.open \"why\"");
    Gate gate =
        new Gate(report.suppressions().stream().map(Suppressed::rule).toList(), null, false);

    Report again = gate.apply(report);
    assertThat(again).isEqualTo(report);
    assertThat(gate.unused(again)).isEmpty();
  }

  @Test
  void whenAllIsSuppressedItIsClean() throws MalformedRuleException {
    Report report = apply(findings(leaks("open", 3)), "type * \"why\"");

    assertThat(report.findings().outcome()).isEqualTo(Findings.Outcome.CLEAN);
  }

  @Test
  void aLifeThatIsKnownToBeLostIsNoExampleOfTheHeld() throws MalformedRuleException {
    Events events =
        new Events()
            .register(1)
            .register(2)
            .add(
                new Lost(
                    new Moment(1_764_000_000_000_009_000L, ThreadRef.NONE, Site.NONE),
                    0,
                    2,
                    Events.TYPE,
                    null))
            .check(5, "exit", new Totals(2, 0, 2, 0))
            .leak(5, 1, null, false)
            .leak(5, 2, null, true);

    assertThat(
            apply(events.findings(), "type * lost \"why\"").findings().groups().get(0).examples())
        .extracting(History::resourceId)
        .containsExactly(1L);
  }

  /** Whatever the rules, each leak is either left or taken, once. */
  @Test
  void countsStayExact() throws MalformedRuleException {
    Random random = new Random(42);
    String[] parts = {"", "held ", "lost "};
    for (int round = 0; round < 500; round++) {
      LeakFinding[] groups = new LeakFinding[1 + random.nextInt(5)];
      for (int i = 0; i < groups.length; i++) {
        int held = random.nextInt(4);
        int lost = random.nextInt(4);
        groups[i] = leaks("m" + i, held + lost + 1 + random.nextInt(3), held, lost);
      }
      List<String> rules = new ArrayList<>();
      for (int i = random.nextInt(6); i > 0; i--) {
        rules.add("frame *.m" + random.nextInt(5) + " " + parts[random.nextInt(3)] + "\"why\"");
      }
      Report report = apply(findings(groups), rules.toArray(String[]::new));

      for (LeakFinding group : groups) {
        long left =
            report.findings().groups().stream()
                .filter(some -> some.fingerprint().equals(group.fingerprint()))
                .peek(
                    some -> assertThat(some.held() + some.lost()).isLessThanOrEqualTo(some.count()))
                .mapToLong(LeakFinding::count)
                .sum();
        assertThat(left + report.suppressed(group.fingerprint())).isEqualTo(group.count());
      }
      assertThat(report.leaked()).isEqualTo(Parts.leaked(List.of(groups)));
      assertThat(report.findings().totals().leaked())
          .isEqualTo(Parts.leaked(report.findings().groups()));
    }
  }
}
