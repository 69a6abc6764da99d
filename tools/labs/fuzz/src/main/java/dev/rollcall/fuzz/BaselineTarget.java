package dev.rollcall.fuzz;

import dev.rollcall.gate.Baseline;
import dev.rollcall.gate.Report;
import dev.rollcall.report.TextReport;
import dev.rollcall.report.json.JsonReportReader;
import dev.rollcall.report.json.MalformedReportException;
import java.nio.file.Path;

/**
 * Any bytes as a JSON report, which a baseline is, too. They are refused in a sentence, or the
 * report that was read is the same when it is written and read again; as a baseline it makes no
 * leak vanish: what does not count any more is known.
 */
public final class BaselineTarget {
  private static final Report NOW = Reports.leaky();

  private BaselineTarget() {}

  public static void fuzzerTestOneInput(byte[] bytes) {
    Path file = Scratch.file("baseline.json", bytes);
    Must.beQuick(() -> check(file));
  }

  private static void check(Path file) {
    Report earlier;
    try {
      earlier = JsonReportReader.read(file);
    } catch (MalformedReportException e) {
      Must.beSentence(e.getMessage());
      return;
    }
    String written = Reports.json(earlier);
    Must.hold(Reports.json(Reports.read(written)).equals(written), () -> "not read back");
    Must.beHarmless(written + TextReport.of(earlier));
    for (boolean grown : new boolean[] {false, true}) {
      Report left = new Baseline(earlier, grown).apply(NOW);
      Must.hold(left.leaked() == NOW.leaked(), () -> "a leak is lost");
    }
  }
}
