package dev.rollcall.internal.exit;

import dev.rollcall.LeakReport;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Stderr;
import dev.rollcall.event.EventDoor;
import dev.rollcall.internal.ReportText;
import dev.rollcall.internal.check.Log;
import dev.rollcall.internal.check.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Brings the last report to where it is wanted. At exit logging may be gone already, so the report
 * goes to stderr in one write, or to a file, and SLF4J is only offered the headline.
 */
final class ExitReport {
  private ExitReport() {}

  /** Where the recordings are; to be asked for before JFR, at exit, has forgotten. */
  static String recordings() {
    return ReportText.recordings(
        EventDoor.destinations(), EventDoor.isNamedAtExit(), EventDoor.isRecording());
  }

  /**
   * Prints a report; a clean one only to a file that was asked for. What failed tests have told of
   * is not told a second time, but to a file.
   */
  static void print(State state, LeakReport report, String recordings) {
    Path file = state.settings.report().file();
    if (report.isClean() && file == null) {
      return;
    }
    long reported = report.isClean() ? 0 : state.reportedByTests();
    String text = report.toString();
    if (reported == report.leaked() && reported > 0 && file == null) {
      text = ReportText.reported(reported, reported);
    } else if (!report.isClean()) {
      text += System.lineSeparator();
      text +=
          reported > 0
              ? ReportText.reported(reported, report.leaked()) + System.lineSeparator()
              : "";
      text += recordings;
    }
    text += System.lineSeparator();
    if (file != null) {
      write(file, text);
    } else if (state.settings.report().slf4j()) {
      Log.warn(text.stripTrailing());
      return;
    } else {
      Stderr.print(text);
    }
    if (!report.isClean()) {
      Log.offer(report.headline());
    }
  }

  private static void write(Path file, String text) {
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      Stderr.print(
          String.format(
              "rollcall: cannot write the report to %s (%s); here it is:%n%s",
              Printable.of(file.toString()), Printable.of(e.toString()), text));
    }
  }
}
