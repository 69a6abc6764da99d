package dev.rollcall.report.json;

import java.io.Serial;

/** What should be a JSON report is none; the message is a sentence that says why. */
public final class MalformedReportException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  MalformedReportException(String sentence) {
    super(sentence);
  }
}
