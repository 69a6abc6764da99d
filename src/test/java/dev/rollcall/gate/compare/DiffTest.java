package dev.rollcall.gate.compare;

import static dev.rollcall.gate.Samples.findings;
import static dev.rollcall.gate.Samples.leaks;
import static dev.rollcall.gate.Samples.misuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.gate.Key;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two reports compared. */
class DiffTest {
  private static Diff diff(Findings before, Findings after) {
    return Diff.of(Report.of(before), Report.of(after));
  }

  @Test
  void newGrownShrunkAndGone() {
    Diff diff =
        diff(
            findings(leaks("more", 2), leaks("less", 5), leaks("gone", 4), leaks("same", 7)),
            findings(
                leaks("same", 7),
                leaks("more", 3),
                leaks("less", 1),
                leaks("few", 1),
                leaks("many", 9)));

    assertThat(diff.changes())
        .extracting(Change::kind, Change::key, Change::before, Change::after)
        .containsExactly(
            tuple(Change.Kind.NEW, Key.of(leaks("many", 1)), 0L, 9L),
            tuple(Change.Kind.NEW, Key.of(leaks("few", 1)), 0L, 1L),
            tuple(Change.Kind.GROWN, Key.of(leaks("more", 1)), 2L, 3L),
            tuple(Change.Kind.SHRUNK, Key.of(leaks("less", 1)), 5L, 1L),
            tuple(Change.Kind.GONE, Key.of(leaks("gone", 1)), 4L, 0L));
    assertThat(diff.unchanged()).isEqualTo(1);
    assertThat(diff.isWorse()).isTrue();
    assertThat(diff.changes().get(4).site()).isEqualTo(leaks("gone", 1).site());
  }

  @Test
  void betterIsNotWorse() {
    assertThat(diff(findings(leaks("a", 2), leaks("b", 1)), findings(leaks("a", 1))).isWorse())
        .isFalse();
    assertThat(diff(findings(leaks("a", 2)), findings(leaks("a", 2))).changes()).isEmpty();
  }

  @Test
  void misusesAreComparedWhateverTheLine() {
    Findings before = findings(1, List.of(), List.of(misuses("over-release", "close", 10, 2)));
    Findings moved = findings(1, List.of(), List.of(misuses("over-release", "close", 11, 2)));
    Findings other = findings(1, List.of(), List.of(misuses("double-register", "close", 10, 2)));

    assertThat(diff(before, moved).changes()).isEmpty();
    assertThat(diff(before, other).changes())
        .extracting(Change::kind, change -> change.key().misuse())
        .containsExactly(
            tuple(Change.Kind.NEW, "double-register"), tuple(Change.Kind.GONE, "over-release"));
  }

  @Test
  void leaksOfWhichOnlyTheNumberIsKnownAreOneGroup() {
    Diff diff = diff(Samples.unnamed(2, leaks("a", 1)), Samples.unnamed(3, leaks("a", 1)));

    assertThat(diff.changes())
        .extracting(Change::kind, Change::key)
        .containsExactly(tuple(Change.Kind.GROWN, Key.UNNAMED));
    assertThat(diff.unchanged()).isEqualTo(1);
  }

  @Test
  void itIsAsSureAsBothReports() {
    Loss loss = new Loss(Loss.Kind.DATA_LOSS, null, "events were dropped");
    Findings lossy = findings(Samples.recording("app.jfr", 1, loss), List.of(), List.of());

    assertThat(diff(findings(), findings()).isSure()).isTrue();
    assertThat(diff(lossy, findings()).isSure()).isFalse();
    assertThat(diff(findings(), lossy).isSure()).isFalse();
  }
}
