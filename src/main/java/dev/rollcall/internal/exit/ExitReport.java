package dev.rollcall.internal.exit;

import dev.rollcall.LeakReport;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Stderr;
import dev.rollcall.common.Words;
import dev.rollcall.event.EventDoor;
import dev.rollcall.internal.check.Log;
import dev.rollcall.internal.check.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Brings the last report to where it is wanted. At exit logging may be gone already, so the report
 * goes to stderr in one write, or to a file, and SLF4J is only offered the headline.
 */
final class ExitReport {
  private ExitReport() {}

  /** Where the recordings are; to be asked for before JFR, at exit, has forgotten. */
  static String recordings() {
    return recordings(EventDoor.destinations(), EventDoor.isNamedAtExit(), EventDoor.isRecording());
  }

  /**
   * Prints a report; a clean one only to a file that was asked for. What was told of in a test run
   * is not told a second time, but to a file.
   */
  static void print(State state, LeakReport report, String recordings) {
    Path file = state.settings.report().file();
    if (report.isClean() && file == null) {
      return;
    }
    long reported = report.isClean() ? 0 : state.reported();
    String text = report.toString();
    if (reported == report.leaked() && reported > 0 && file == null) {
      if (TestRunner.isPresent()) {
        return;
      }
      text = reported(reported, reported);
    } else if (!report.isClean()) {
      text += System.lineSeparator();
      text += reported > 0 ? reported(reported, report.leaked()) + System.lineSeparator() : "";
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

  /** What is left to say of leaks that were told of in a test run. */
  static String reported(long reported, long leaked) {
    return reported == leaked
        ? String.format(
            Locale.ROOT,
            "LEAK: %s still registered at exit, as the test run above has reported.",
            Words.count(reported, "resource is", "resources are"))
        : String.format(
            Locale.ROOT, "LEAK: the test run above has reported %,d of these", reported);
  }

  /** Where the recordings are, and how to read whole lives from them. */
  static String recordings(List<Path> files, boolean namedAtExit, boolean recording) {
    if (!files.isEmpty()) {
      return files.stream()
          .map(ExitReport::asTyped)
          .map(
              file ->
                  "LEAK: the whole life of each is in the recording: rollcall report "
                      + Printable.of(file.toString()))
          .collect(Collectors.joining(System.lineSeparator()));
    }
    if (namedAtExit) {
      return String.format(
          Locale.ROOT,
          "LEAK: the whole life of each is in the recording that JFR is about to write: rollcall"
              + " report hotspot-pid-%d-id-*.jfr",
          ProcessHandle.current().pid());
    }
    return recording
        ? "LEAK: a flight recording was running without a file; give it filename=FILE to keep it"
        : "LEAK: to see the whole life of each, run with -XX:StartFlightRecording:filename=app.jfr";
  }

  /** A file as somebody who started the program here would type it. */
  private static Path asTyped(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return file.startsWith(here) ? here.relativize(file) : file;
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
