package dev.rollcall.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.common.Labels;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.Totals;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** Adds a recording of the process with id 1 and a leak in it. */
  private static void add(Analysis analysis, String labels, String file) {
    addDrawn(analysis, "", labels, file);
  }

  private static List<String> labels(Analysis analysis) {
    return analysis.findings(1).recordings().stream()
        .map(read -> Objects.requireNonNull(read.recording().jvm()).labels().text())
        .toList();
  }

  @Test
  void labelsTellTwoJvmsApart() {
    Analysis analysis = new Analysis();
    add(analysis, "pod=a", "1.jfr");
    add(analysis, "pod=b", "2.jfr");
    add(analysis, "pod=a", "3.jfr");

    assertThat(analysis.findings(1).totals().leaked()).isEqualTo(2);
    assertThat(analysis.histories(new Selection.All()))
        .extracting(life -> Objects.requireNonNull(life.jvm()).labels().text())
        .containsExactly("pod=a", "pod=b");
  }

  /** Adds a recording of the process with id 1, which has drawn an id, and a leak in it. */
  private static void addDrawn(Analysis analysis, String id, String labels, String file) {
    JvmLog log = new JvmLog();
    leak().addTo(log);
    Jvm jvm = jvm(1).with(Labels.of(labels)).withId(id);
    Recording recording = recording(1).of(jvm);
    analysis.add(
        new Recording(
            Path.of(file),
            jvm,
            recording.start(),
            recording.end(),
            1,
            1,
            List.of(),
            Recording.DataLoss.NONE,
            Map.of()),
        log,
        null);
  }

  @Test
  void whatEachHasDrawnTellsTwoJvmsApartThatAreCalledTheSame() {
    Analysis analysis = new Analysis();
    addDrawn(analysis, "00000000000000aa", "service=shop", "1.jfr");
    addDrawn(analysis, "00000000000000bb", "service=shop", "2.jfr");
    addDrawn(analysis, "00000000000000aa", "service=shop", "3.jfr");

    assertThat(analysis.findings(1).totals().leaked()).isEqualTo(2);
    assertThat(analysis.histories(new Selection.All()))
        .extracting(life -> Objects.requireNonNull(life.jvm()).id())
        .containsExactly("00000000000000aa", "00000000000000bb");
  }

  @Test
  void oneWithoutAnIdIsOfTheOnlyJvmThatItCanBeOf() {
    Analysis analysis = new Analysis();
    add(analysis, "", "killed.jfr");
    addDrawn(analysis, "00000000000000aa", "", "1.jfr");

    assertThat(analysis.findings(1).totals().leaked()).isEqualTo(1);
  }

  @Test
  void byJvmEachIsByItself() {
    Analysis analysis = new Analysis();
    add(analysis, "pod=a", "1.jfr");
    add(analysis, "pod=b", "2.jfr");
    add(analysis, "pod=a", "3.jfr");

    assertThat(analysis.byJvm())
        .extracting(one -> one.findings(1).totals().leaked(), AnalysisTest::labels)
        .containsExactly(tuple(1L, List.of("pod=a", "pod=a")), tuple(1L, List.of("pod=b")));
  }

  @Test
  void oneWithoutLabelsIsOfTheOnlyJvmThatItCanBeOf() {
    Analysis analysis = new Analysis();
    add(analysis, "", "1.jfr");
    add(analysis, "pod=a", "2.jfr");

    assertThat(analysis.findings(1).totals().leaked()).isEqualTo(1);
    assertThat(labels(analysis)).containsExactly("pod=a", "pod=a");
  }

  @Test
  void amongSeveralItIsOfTheOneInItsDirectory() {
    Analysis analysis = new Analysis();
    add(analysis, "", "b/killed.jfr");
    add(analysis, "pod=a", "a/1.jfr");
    add(analysis, "pod=b", "b/1.jfr");

    assertThat(analysis.findings(1).totals().leaked()).isEqualTo(2);
    assertThat(labels(analysis)).containsExactly("pod=a", "pod=b", "pod=b");
  }

  @Test
  void whoseItIsNotKnownIsToldApart() {
    Analysis analysis = new Analysis();
    add(analysis, "", "1.jfr");
    add(analysis, "pod=a", "2.jfr");
    add(analysis, "pod=b", "3.jfr");

    assertThat(analysis.findings(1).totals().leaked()).isEqualTo(3);
  }

  @Test
  void withoutLabelsTheFilesOfOneProcessAreOfOneJvm() {
    Analysis analysis = new Analysis();
    add(analysis, "", "a/1.jfr");
    add(analysis, "", "b/2.jfr");

    assertThat(analysis.findings(1).totals().leaked()).isEqualTo(1);
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
