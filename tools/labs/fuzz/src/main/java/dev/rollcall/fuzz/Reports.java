package dev.rollcall.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.analysis.Events;
import dev.rollcall.gate.Report;
import dev.rollcall.recording.Totals;
import dev.rollcall.report.json.JsonReport;
import dev.rollcall.report.json.JsonReportReader;
import dev.rollcall.report.json.MalformedReportException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Reports to try rules and baselines on, and to write and read again. */
final class Reports {
  private Reports() {}

  /** Three leaks of two groups. */
  static Report leaky() {
    Events events = new Events().register(1).register(2).register(3, "accept").register(4);
    events.unregister(4, 4).check(9, "exit", new Totals(4, 1, 3, 0));
    return Report.of(events.findings());
  }

  static String json(Report report) {
    try {
      StringWriter written = new StringWriter();
      JsonReport.write(report, written);
      return written.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Report read(String json) {
    try {
      return JsonReportReader.read(Scratch.file("written.json", json.getBytes(UTF_8)));
    } catch (MalformedReportException e) {
      throw new AssertionError("a report of ours is refused", e);
    }
  }
}
