package dev.rollcall.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.ReadRecording;
import dev.rollcall.analysis.finding.StillOpen;
import dev.rollcall.gate.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a report says of what it was made from, after what it found. */
final class ReadLinesTest {
  private static final Loss CUT = new Loss(Loss.Kind.CHUNK, null, "chunk 1: it is cut off");

  private static String text(List<ReadRecording> recordings) {
    return TextReport.of(
        new Findings(
            recordings,
            new FindingTotals(9, 8, 1, 0, 0, 0, 0),
            List.of(Samples.leaks("open", 1)),
            StillOpen.NONE,
            List.of(),
            List.of(),
            true));
  }

  @Test
  void ofAFewEachHasALine() {
    String text = text(List.of(Samples.recording("a.jfr", 1), Samples.recording("b.jfr", 2, CUT)));

    assertThat(text)
        .contains(
            """
              collector: reachable

            Read a.jfr: pid 1, 2025-11-24T16:00:00Z for 0.001 ms, complete
            Read b.jfr: pid 2, 2025-11-24T16:00:00Z for 0.001 ms, incomplete:
              - chunk 1: it is cut off
            """);
  }

  @Test
  void ofManyOnlyThoseThatLackSomethingAreNamed() {
    List<ReadRecording> recordings = new ArrayList<>();
    for (int pid = 1; pid <= 40; pid++) {
      recordings.add(Samples.recording(pid + ".jfr", pid));
    }
    recordings.add(Samples.recording("cut.jfr", 40, CUT));

    assertThat(text(recordings))
        .contains(
            """

            Read 41 recordings of 40 JVMs: 2025-11-24T16:00:00Z to 2025-11-24T16:00:00Z, 40 complete (--format
                json lists all)
            Read cut.jfr: pid 40, 2025-11-24T16:00:00Z for 0.001 ms, incomplete:
              - chunk 1: it is cut off
            """)
        .doesNotContain("Read 1.jfr");
  }

  @Test
  void ofVeryManyThatLackSomethingTheRestIsCounted() {
    List<ReadRecording> recordings = new ArrayList<>();
    for (int pid = 1; pid <= 23; pid++) {
      recordings.add(Samples.recording(pid + ".jfr", pid, CUT));
    }

    assertThat(text(recordings))
        .contains("Read 20.jfr", "\nand 3 more incomplete recordings (--format json lists all)\n")
        .doesNotContain("Read 21.jfr");
  }
}
