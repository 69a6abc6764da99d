package dev.rollcall.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.analysis.finding.Step;
import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.Samples;
import dev.rollcall.gate.compare.Merge;
import dev.rollcall.gate.compare.Source;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.recording.Totals;
import dev.rollcall.report.ReportTest;
import dev.rollcall.report.TextReport;
import dev.rollcall.report.json.JsonReport;
import dev.rollcall.report.json.JsonReportReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty are closed; every fifth is discarded before, so that it is closed twice. */
final class MisuseFindingsTest {
  private static final int LIVES = 25;
  private static final int TWICE = 5;

  @TempDir private Path directory = Path.of("");

  private static Events closedTwice() {
    Events events = new Events().checkpoint("start", new Totals(0, 0, 0, 0), 0);
    for (int id = 1; id <= LIVES; id++) {
      events.register(id);
      if (id % TWICE == 0) {
        events.unregister(id, 0, "discard").misuse(id, "double-unregister", "close");
      } else {
        events.unregister(id, 0);
      }
    }
    return events.check(5, "exit", new Totals(LIVES, LIVES, 0, 0));
  }

  private static MisuseFinding only(Findings findings) {
    assertThat(findings.misuses()).hasSize(1);
    return findings.misuses().get(0);
  }

  private static Findings folded(Events events) {
    return events.analysis(events.inOrder(), new JvmLog(1)).findings(3);
  }

  @Test
  void whoEndedThemTooEarlyIsSuspectedAndOneIsShownFromBeginningToEnd() {
    MisuseFinding group = only(closedTwice().findings());

    assertThat(group.count()).isEqualTo(LIVES / TWICE);
    assertThat(group.lives().suspects().get(0).evidence())
        .isEqualTo(
            "Server.discard gave back the last reference to 5 of 5 over-released resources, and"
                + " Server.close then released them again: let only one of the two release, or retain"
                + " first.");
    History life = group.lives().examples().get(0);
    assertThat(life.resourceId()).isEqualTo(TWICE);
    assertThat(life.verdict()).isEqualTo(Verdict.MISUSED);
    assertThat(life.steps())
        .extracting(Step::kind)
        .containsExactly(Step.Kind.REGISTER, Step.Kind.UNREGISTER, Step.Kind.MISUSE);
  }

  @Test
  void livesThatAreFoldedAreKnownAsWell() {
    Events events = closedTwice();

    assertThat(folded(events).misuses()).isEqualTo(events.findings().misuses());
  }

  @Test
  void itMakesNoDifferenceWhetherChunksAreReadApart() {
    List<LifecycleEvent> events = closedTwice().inOrder();
    JvmLog whole = new JvmLog(2);
    int middle = events.size() / 2;
    events.subList(0, middle).forEach(whole);
    JvmLog later = whole.part();
    events.subList(middle, events.size()).forEach(later);
    assertThat(whole.append(later)).isTrue();

    Events same = closedTwice();
    assertThat(same.analysis(List.of(), whole).findings(3).misuses())
        .isEqualTo(same.findings().misuses());
  }

  @Test
  void whatIsRegisteredTwiceHasALifeAndNoSuspect() {
    MisuseFinding group =
        only(new Events().register(1).misuse(1, "double-register").unregister(1, 0).findings());

    assertThat(group.lives().suspects()).isEmpty();
    assertThat(group.lives().examples())
        .singleElement()
        .satisfies(life -> assertThat(life.steps()).hasSize(3));
  }

  @Test
  void ofAMisuseOfNoKnownLifeNothingIsSaid() {
    assertThat(only(new Events().misuse(0, "over-release").findings()).lives())
        .isEqualTo(MisuseFinding.Lives.UNKNOWN);
    assertThat(only(new Events().misuse(7, "over-release").findings()).lives().suspects())
        .isEmpty();
  }

  @Test
  void textAndJsonTellOfTheLives() throws Exception {
    Report report = Report.of(closedTwice().findings());
    StringWriter json = new StringWriter();
    JsonReport.write(report, json);

    ReportTest.valid(json.toString());
    Report read =
        JsonReportReader.read(Files.writeString(directory.resolve("r.json"), json.toString()));
    assertThat(read.findings().misuses()).isEqualTo(report.findings().misuses());
    assertThat(TextReport.of(read))
        .contains(
            "who may have ended it too early, most likely first",
            """
            extra release: 5 of 5 misused, 0 of 20 released siblings
                com.acme.Server.discard(Server.java:42)
            """,
            "for example 0x5 com.acme.Buffer, misused\n");
  }

  @Test
  void aMergedReportTellsOfTheLivesOfItsParts() throws Exception {
    MisuseFinding whole = only(closedTwice().findings());
    MisuseFinding bare =
        only(new Events().misuse(7, "double-unregister", "close").findings())
            .with(MisuseFinding.Lives.UNKNOWN);

    MisuseFinding sum =
        only(
            Merge.of(
                    List.of(
                        new Source("one", Report.of(Samples.findings(1, List.of(), List.of(bare)))),
                        new Source(
                            "two", Report.of(Samples.findings(2, List.of(), List.of(whole))))),
                    3)
                .report()
                .findings());

    assertThat(sum.count()).isEqualTo(6);
    MisuseFinding.Lives lives = whole.lives();
    Jvm two = Objects.requireNonNull(Samples.recording("app.jfr", 2).recording().jvm());
    assertThat(sum.lives())
        .isEqualTo(
            new MisuseFinding.Lives(
                lives.suspects(),
                lives.compared(),
                lives.siblings(),
                lives.differences(),
                lives.examples().stream().map(life -> life.in(two)).toList()));
  }
}
