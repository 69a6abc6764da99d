package dev.rollcall.report;

import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.ReadRecording;
import dev.rollcall.common.LeakWords;
import dev.rollcall.common.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Why the findings may not be all there is to find. */
public final class Doubts {
  private static final String NO_RECORDING = "no recording was read";

  private static final String CUT_OFF = "the recording ends before anything was registered";

  private Doubts() {}

  /** One sentence each; none where the findings are all there is. */
  public static List<String> of(Findings findings) {
    return of(findings, (read, sentence) -> read.recording().file() + ": " + sentence);
  }

  /** As {@link #of(Findings)}, of one recording, which need not be named. */
  public static List<String> ofOne(Findings findings) {
    return of(findings, (read, sentence) -> sentence);
  }

  private static List<String> of(
      Findings findings, BiFunction<ReadRecording, String, String> sentences) {
    List<String> doubts = new ArrayList<>();
    if (findings.recordings().isEmpty()) {
      doubts.add(NO_RECORDING);
    }
    for (ReadRecording read : findings.recordings()) {
      for (Loss loss : read.losses()) {
        doubts.add(sentences.apply(read, loss.sentence()));
      }
    }
    if (findings.isUnused()) {
      doubts.add(unused(findings) + "; " + whatToDo(findings));
    }
    FindingTotals totals = findings.totals();
    if (totals.unknown() > 0) {
      doubts.add(unknown(totals));
    }
    if (!findings.settled()) {
      doubts.add(open(findings));
    }
    return doubts;
  }

  /** The first of them, as a headline has room for. */
  static String inShort(Findings findings) {
    if (findings.recordings().isEmpty()) {
      return NO_RECORDING;
    }
    if (findings.isUnused()) {
      return unused(findings);
    }
    if (!findings.recordings().stream().allMatch(ReadRecording::isComplete)) {
      return "a recording is incomplete (see below)";
    }
    FindingTotals totals = findings.totals();
    return totals.unknown() > 0 ? unknown(totals) : open(findings);
  }

  private static String unused(Findings findings) {
    return findings.isCutOff() ? CUT_OFF : LeakWords.NEVER_REGISTERED;
  }

  /** What helps where nothing was registered. */
  static String whatToDo(Findings findings) {
    return findings.isCutOff()
        ? "the JVM crashed, was killed or still runs; run the program to its end, or record it for"
            + " longer"
        : LeakWords.WHERE_TO_REGISTER;
  }

  private static String unknown(FindingTotals totals) {
    return "it is not known whether "
        + Words.count(totals.unknown(), "resource was", "resources were")
        + " released";
  }

  private static String open(Findings findings) {
    String open =
        Words.count(findings.totals().open(), "resource was", "resources were")
            + " still open when the recording ended, and ";
    return findings.recordings().stream().anyMatch(read -> read.test() != null)
        ? open + "a test's own recording does not say what became of what others registered"
        : open + "no final check was recorded";
  }
}
