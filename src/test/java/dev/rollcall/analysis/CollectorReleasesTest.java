package dev.rollcall.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.finding.CollectorFinding;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.Step;
import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.Recording.DataLoss;
import dev.rollcall.recording.Totals;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What cleaners and finalizers release is no leak, and no example of how to release. */
final class CollectorReleasesTest {
  /** Twelve that the collector released, two that the program did, and three that leaked. */
  private static Events events() {
    Events events = new Events();
    for (int id = 1; id <= 12; id++) {
      events.register(id).unregisterByCollector(id);
    }
    events.register(13).unregister(13, 0).register(14, "elsewhere").unregisterByCollector(14);
    events.register(15).register(16).register(17).check(1, "exit", new Totals(17, 14, 3, 0));
    return events.leak(1, 15).leak(1, 16).leak(1, 17);
  }

  private static Findings findings(int patience) {
    JvmLog log = new JvmLog(patience);
    events().inOrder().forEach(log);
    Analysis analysis = new Analysis();
    analysis.add(
        new Recording(Path.of("app.jfr"), null, 1, 2, 1, 17, List.of(), DataLoss.NONE, Map.of()),
        log,
        null);
    return analysis.findings(3);
  }

  @Test
  void areCountedByGroupWhetherFoldedOrNot() {
    for (int patience : new int[] {0, 5, 100}) {
      Findings findings = findings(patience);

      assertThat(findings.byCollector())
          .extracting(CollectorFinding::count)
          .as("patience %d", patience)
          .containsExactly(12L, 1L);
      assertThat(findings.byCollector().get(1).origin().site()).isEqualTo(Events.site("elsewhere"));
      assertThat(findings.totals().unregistered()).isEqualTo(14);
      assertThat(findings.totals().leaked()).isEqualTo(3);
    }
  }

  @Test
  void areNobodysHealthySiblings() {
    assertThat(findings(0).groups().get(0).suspects())
        .isNotEmpty()
        .allMatch(suspect -> !suspect.evidence().contains("13 released"))
        .anyMatch(suspect -> suspect.evidence().contains("1 of 1 released"));
  }

  @Test
  void areReleased() {
    assertThat(events().verdict(1)).isEqualTo(Verdict.RELEASED);
    assertThat(events().history(1).steps())
        .extracting(Step::note)
        .containsExactly(null, "by a cleaner or finalizer");
  }
}
