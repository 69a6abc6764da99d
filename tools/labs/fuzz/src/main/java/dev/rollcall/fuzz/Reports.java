package dev.rollcall.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.gate.Report;
import dev.rollcall.gate.Samples;
import dev.rollcall.report.json.JsonReport;
import dev.rollcall.report.json.JsonReportReader;
import dev.rollcall.report.json.MalformedReportException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Reports to try rules and baselines on, and to write and read again. */
final class Reports {
  private Reports() {}

  /** Nine leaks of two groups: some are known to be held or lost, some by number only. */
  static Report leaky() {
    return Report.of(Samples.findings(Samples.leaks("open", 6, 3, 2), Samples.leaks("accept", 3)));
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
