package dev.rollcall.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.Totals;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An analysis answers several questions. */
class AnalysisTest {
  private static Events leak() {
    return new Events().register(1).check(5, "exit", new Totals(1, 0, 1, 0)).leak(5, 1);
  }

  @Test
  void judgesOnceForAllQuestions() {
    Analysis analysis = leak().analysis();
    List<CheckerVerdicts> first = analysis.verdicts().toList();
    assertThat(first).hasSize(1);

    assertThat(analysis.findings(1).totals().leaked()).isEqualTo(1);
    assertThat(analysis.histories(new Selection.All())).hasSize(1);

    assertThat(analysis.verdicts()).singleElement().isSameAs(first.get(0));
  }

  @Test
  void judgesAgainWhenMoreWasRead() {
    Analysis analysis = new Analysis();
    JvmLog log = new JvmLog();
    new Events().register(1).addTo(log);
    analysis.add(recording(1), log, null);
    assertThat(analysis.histories(new Selection.All()))
        .extracting(History::verdict)
        .containsExactly(Verdict.OPEN);

    JvmLog rest = new JvmLog();
    leak().addTo(rest);
    analysis.add(recording(1), rest, null);
    assertThat(analysis.histories(new Selection.All()))
        .extracting(History::verdict)
        .containsExactly(Verdict.LEAKED);
  }

  @Test
  void saysOfWhichJvmALifeIsOnceThereAreTwo() {
    Analysis analysis = new Analysis();
    JvmLog log = new JvmLog();
    leak().addTo(log);
    analysis.add(recording(1), log, null);
    assertThat(analysis.histories(new Selection.All())).extracting(History::jvm).containsNull();

    JvmLog other = new JvmLog();
    leak().addTo(other);
    analysis.add(recording(2), other, null);
    assertThat(analysis.histories(new Selection.All()))
        .extracting(History::jvm)
        .containsExactly(jvm(1), jvm(2));
  }

  private static Jvm jvm(long pid) {
    return new Jvm(pid, 1, "OpenJDK", "17");
  }

  private static Recording recording(long pid) {
    return new Recording(
        Path.of("app.jfr"),
        jvm(pid),
        1_764_000_000_000_000_000L,
        1_764_000_002_500_000_000L,
        1,
        1,
        List.of(),
        Recording.DataLoss.NONE,
        Map.of());
  }
}
