package dev.rollcall.gate.compare;

import static dev.rollcall.gate.Samples.findings;
import static dev.rollcall.gate.Samples.recording;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.ReadRecording;
import dev.rollcall.common.Labels;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Totals;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The name of a JVM. */
class IdentityTest {
  private static String key(ReadRecording read) {
    return Identity.key(findings(read, List.of(), List.of()));
  }

  private static ReadRecording called(String labels, String id) {
    ReadRecording read = recording("app.jfr", 1);
    Jvm jvm = Objects.requireNonNull(read.recording().jvm());
    return new ReadRecording(
        read.recording().of(jvm.with(Labels.of(labels)).withId(id)), read.losses());
  }

  @Test
  void itIsTheJvmsOwnId() {
    assertThat(key(called("pod=a", "00112233445566aa"))).isEqualTo("00112233445566aa");
  }

  @Test
  void whereItHasNoneProcessStartAndLabelsStandForIt() {
    assertThat(key(called("", ""))).matches("[0-9a-f]{16}");
    assertThat(List.of(key(called("", "")), key(called("pod=a", "")), key(called("pod=b", ""))))
        .doesNotHaveDuplicates();
    assertThat(key(recording("app.jfr", 2))).isNotEqualTo(key(recording("app.jfr", 1)));
  }

  @Test
  void itDoesNotDependOnNamesNorOnHowManyRecordingsThereAre() {
    assertThat(key(recording("a/copy.jfr", 1, 2_000))).isEqualTo(key(recording("app.jfr", 1)));
  }

  @Test
  void whereTheJvmIsNotKnownItIsOfTheRecordingItself() {
    Findings unknown =
        new Events().register(1).check(5, "exit", new Totals(1, 0, 1, 0)).leak(5, 1).findings();

    assertThat(Identity.key(unknown)).matches("[0-9a-f]{16}").isEqualTo(Identity.key(unknown));
  }
}
