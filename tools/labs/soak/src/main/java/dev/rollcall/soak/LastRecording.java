package dev.rollcall.soak;

import dev.rollcall.analysis.Analysis;
import dev.rollcall.analysis.JvmLog;
import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.reader.RecordingReader;
import dev.rollcall.recording.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compares what the soak has done with what the tool reads in its last recording. */
public final class LastRecording {
  private LastRecording() {}

  /** Reads the directory of a run; exits with 1 if something is wrong. */
  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[0]);
    Path file = directory.resolve("last.jfr");
    Tally tally = Tally.read(directory.resolve("tally.properties"));
    Faults faults = new Faults();

    JvmLog log = new JvmLog();
    Recording recording = new RecordingReader().read(file, log);
    Analysis analysis = new Analysis();
    analysis.add(recording, log, null);
    Findings findings = analysis.findings(1);

    FindingTotals totals = findings.totals();
    faults.expect(tally.begun(), totals.registered(), "registered, by the recording");
    faults.expect(tally.ended(), totals.unregistered(), "unregistered, by the recording");
    faults.expect(tally.begun() - tally.ended(), totals.leaked(), "leaked, by the recording");
    faults.expect(0, totals.misused(), "misused, by the recording");
    tally
        .byType()
        .forEach(
            (type, own) ->
                faults.expect(
                    own.left(), leaked(findings, type), type + " leaked, by the recording"));
    List<Loss> losses =
        findings.recordings().stream().flatMap(read -> read.losses().stream()).toList();
    boolean lossy = losses.stream().anyMatch(loss -> loss.kind() == Loss.Kind.DATA_LOSS);
    if (!lossy) {
      faults.expect(0, totals.unknown() + totals.open(), "unknown or open, by the recording");
      losses.forEach(loss -> faults.add("a loss without a reason: " + loss.sentence()));
    }
    faults.print();
    System.out.printf(
        "soak: the last recording, of %,d kB, has %,d registered, %,d leaked%s%n",
        Files.size(file) >> 10,
        totals.registered(),
        totals.leaked(),
        lossy ? "; data was lost, as it says" : "");
    System.exit(faults.isEmpty() ? 0 : 1);
  }

  private static long leaked(Findings findings, String type) {
    return findings.groups().stream()
        .filter(group -> group.origin().type().equals(type))
        .mapToLong(LeakFinding::count)
        .sum();
  }
}
