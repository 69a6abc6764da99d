package dev.rollcall.gate;

import static dev.rollcall.gate.Samples.findings;
import static dev.rollcall.gate.Samples.leaks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.age.AgeRuling;
import dev.rollcall.analysis.age.Ages;
import dev.rollcall.analysis.age.Lifetimes;
import dev.rollcall.analysis.age.OverdueNotice;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.analysis.finding.StillOpen;
import dev.rollcall.recording.LifecycleEvent.Overdue.Holder;
import dev.rollcall.recording.Site;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which findings fail a build. */
class FailOnTest {
  private static FailOn on(FailOn.Kind... kinds) {
    return new FailOn(Set.of(kinds));
  }

  @ParameterizedTest
  @CsvSource({
    // held, lost, by number only, unnamed, fails on leaks, on held, on lost
    "0, 0, 0, 0, false, false, false",
    "1, 0, 0, 0, true, true, false",
    "0, 1, 0, 0, true, false, true",
    "1, 1, 0, 0, true, true, true",
    "0, 0, 1, 0, true, true, true",
    "0, 0, 0, 1, true, true, true",
    "1, 0, 1, 0, true, true, true",
    "0, 1, 0, 1, true, true, true",
  })
  void heldLostAndNotKnown(
      long held,
      long lost,
      long byNumber,
      long unnamed,
      boolean any,
      boolean ifHeld,
      boolean ifLost) {
    long count = held + lost + byNumber;
    Findings findings =
        count == 0
            ? Samples.unnamed(unnamed)
            : Samples.unnamed(unnamed, leaks("open", count, held, lost));

    assertThat(on(FailOn.Kind.LEAKS).isFoundIn(findings)).isEqualTo(any);
    assertThat(on(FailOn.Kind.HELD).isFoundIn(findings)).isEqualTo(ifHeld);
    assertThat(on(FailOn.Kind.LOST).isFoundIn(findings)).isEqualTo(ifLost);
    assertThat(on(FailOn.Kind.HELD, FailOn.Kind.LOST).isFoundIn(findings)).isEqualTo(any);
    assertThat(on().isFoundIn(findings)).isFalse();
    assertThat(FailOn.DEFAULT.isFoundIn(findings)).isEqualTo(any);
  }

  @Test
  void whatTheProgramCalledOverdueAndWhatIsOpenForFarTooLong() {
    OverdueNotice notice =
        new OverdueNotice(
            "T@1",
            "T",
            Site.NONE,
            new OverdueNotice.Counts(1, 1, 0, 41_000),
            30_000,
            Holder.UNKNOWN);
    OpenFinding open =
        new OpenFinding(
            leaks("open", 2),
            new AgeRuling(Ages.NONE, Lifetimes.NONE, AgeRuling.Verdict.OVERDUE, 1));
    for (StillOpen overdue :
        List.of(
            new StillOpen(List.of(), List.of(), List.of(notice)),
            new StillOpen(List.of(open), List.of(), List.of()))) {
      Findings all = findings();
      Findings findings =
          new Findings(
              all.recordings(),
              all.totals(),
              all.groups(),
              overdue,
              all.misuses(),
              all.byCollector(),
              all.settled());
      assertThat(on(FailOn.Kind.OVERDUE).isFoundIn(findings)).isTrue();
      assertThat(FailOn.DEFAULT.isFoundIn(findings)).isFalse();
    }
    assertThat(on(FailOn.Kind.OVERDUE).isFoundIn(findings())).isFalse();
  }

  @Test
  void misuse() {
    Findings findings = findings(1, List.of(), List.of(Samples.misuses("x", "close", 1, 1)));

    assertThat(on(FailOn.Kind.MISUSE).isFoundIn(findings)).isTrue();
    assertThat(on(FailOn.Kind.LEAKS).isFoundIn(findings)).isFalse();
    assertThat(FailOn.DEFAULT.isFoundIn(findings)).isTrue();
  }

  @Test
  void doubtAlsoWhereOtherThingsWereFound() {
    Loss loss = new Loss(Loss.Kind.DATA_LOSS, null, "events were dropped");
    Findings lossy =
        findings(
            Samples.recording("app.jfr", 1, loss),
            List.of(),
            List.of(Samples.misuses("x", "close", 1, 1)));

    assertThat(on(FailOn.Kind.LEAKS, FailOn.Kind.UNSURE).isInDoubt(lossy)).isTrue();
    assertThat(on(FailOn.Kind.LEAKS).isInDoubt(lossy)).isFalse();
    assertThat(FailOn.DEFAULT.isInDoubt(findings())).isFalse();
  }
}
