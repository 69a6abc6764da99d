package dev.rollcall.report.folded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.recording.LifecycleEvent.Condition;
import dev.rollcall.recording.LifecycleEvent.LeakFound;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import dev.rollcall.recording.Totals;
import dev.rollcall.report.Hostile;
import dev.rollcall.report.ReportTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Folded stacks: every leak is in one line, and no name can make a line, a frame or a count. */
final class FoldedReportTest {
  private static long sum(List<String> lines) {
    return lines.stream()
        .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Test
  void aLineForEachGroup() {
    assertThat(FoldedReport.of(ReportTest.everything().findings()))
        .isEqualTo(
            """
            com/acme/Server.open;com.acme.Buffer_[i] 2
            com/acme/Server.other;com.acme.Buffer_[i] 1
            """);
  }

  @Test
  void theOutermostFrameIsFirst() {
    Site site =
        new Site(
            List.of(
                new StackTraceElement("com.acme.Pool", "<init>", "Pool.java", 7),
                new StackTraceElement("com.acme.Main", "main", "Main.java", 3)),
            false);
    Moment moment = new Moment(1_764_000_000_000_000_500L, ThreadRef.NONE, site);
    Events events = new Events().add(new Registered(moment, 0, 1, "com.acme.Buffer[]", null));
    events.check(5, "exit", new Totals(1, 0, 1, 0));
    events.add(
        new LeakFound(moment, 0, 1, "com.acme.Buffer[]", new Condition(1, 1, false, null), 5));

    assertThat(FoldedReport.of(events.findings()))
        .isEqualTo("com/acme/Main.main;com/acme/Pool.<init>;com.acme.Buffer[]_[i] 1\n");
  }

  @Test
  void whatIsNotKnownHasLinesOfItsOwn() {
    Events events = new Events().register(1).register(2).register(3, "other");
    events.check(5, "exit", new Totals(9, 0, 9, 0));
    for (long id : List.of(1L, 2L, 3L, 4L, 5L)) {
      events.leak(5, id);
    }
    Findings findings = events.findings();
    List<String> lines = FoldedReport.of(findings).lines().toList();

    List<String> known = lines.stream().filter(line -> line.startsWith("com/")).toList();
    long leakedAtKnownSites =
        findings.groups().stream()
            .filter(group -> !group.site().isUnknown())
            .mapToLong(LeakFinding::count)
            .sum();
    assertThat(sum(known)).isEqualTo(leakedAtKnownSites).isEqualTo(3);
    assertThat(lines)
        .contains("[unknown_site];com.acme.Buffer_[i] 2", "[unknown_site];[unknown_type]_[i] 4");
    assertThat(sum(lines)).isEqualTo(findings.totals().leaked()).isEqualTo(9);
  }

  @Test
  void nothingLeakedIsNothingToDraw() {
    Events clean = new Events().register(1).unregister(1, 0);

    assertThat(FoldedReport.of(clean.check(5, "exit", new Totals(1, 1, 0, 0)).findings()))
        .isEmpty();
  }

  @Test
  void hostileStringsAreShownNotSent() {
    String folded = FoldedReport.of(Hostile.events().findings());

    Hostile.assertHarmless(folded);
    assertThat(folded.lines()).hasSize(1);
    assertThat(folded.split(";", -1)).hasSize(2);
    assertThat(folded).endsWith("_[i] 1\n").doesNotContain("<", ">");
  }
}
