package dev.rollcall.report;

import dev.rollcall.analysis.FindingTotals;
import dev.rollcall.analysis.Findings;
import dev.rollcall.analysis.Loss;
import dev.rollcall.analysis.ReadRecording;
import java.util.ArrayList;
import java.util.List;

/** Why the findings may not be all there is to find. */
final class Doubts {
  private Doubts() {}

  /** One sentence each; none where the findings are all there is. */
  static List<String> of(Findings findings) {
    List<String> doubts = new ArrayList<>();
    if (findings.recordings().isEmpty()) {
      doubts.add("no recording was read");
    }
    for (ReadRecording read : findings.recordings()) {
      for (Loss loss : read.losses()) {
        doubts.add(read.recording().file() + ": " + loss.sentence());
      }
    }
    FindingTotals totals = findings.totals();
    if (totals.unknown() > 0) {
      doubts.add("the fate of " + Words.count(totals.unknown(), "resource") + " is not known");
    }
    if (!findings.settled()) {
      doubts.add(
          Words.count(totals.open(), "resource")
              + " still lived when the recording ended, and no final check was recorded");
    }
    return doubts;
  }
}
