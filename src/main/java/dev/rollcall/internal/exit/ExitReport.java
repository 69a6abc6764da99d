package dev.rollcall.internal.exit;

import dev.rollcall.LeakReport;
import dev.rollcall.common.LeakWords;
import dev.rollcall.common.Paragraph;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Stderr;
import dev.rollcall.common.Words;
import dev.rollcall.event.EventDoor;
import dev.rollcall.internal.check.Log;
import dev.rollcall.internal.check.State;
import dev.rollcall.internal.live.ResourceIds;
import dev.rollcall.internal.settings.Settings;
import dev.rollcall.internal.settings.ToolCommand;
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
   * Prints a report; a clean one only to a file that was asked for, and that there was nothing to
   * check, which somebody who switched the checker on takes for clean otherwise. What was told of
   * in a test run is not told a second time, but to a file.
   */
  static void print(State state, LeakReport report, String recordings) {
    Path file = state.settings.report().file();
    if (!ResourceIds.hasAny() && report.misuses() == 0) {
      if (file != null || (Settings.isModeSet() && !TestRunner.isPresent())) {
        deliver(state, LeakWords.nothingChecked());
      }
      return;
    }
    if (report.isClean() && file == null) {
      return;
    }
    long reported = report.isClean() ? 0 : state.reported();
    boolean told = reported == report.leaked() && reported > 0 && file == null;
    if (told && TestRunner.isPresent()) {
      return;
    }
    deliver(state, told ? reported(reported, reported) : text(report, reported, recordings));
  }

  /** Offers the headline to SLF4J, which has not got the report. */
  static void offerHeadline(State state, LeakReport report) {
    long reported = report.isClean() ? 0 : state.reported();
    boolean told = reported == report.leaked() && TestRunner.isPresent();
    if (!report.isClean() && !told && !state.settings.report().slf4j()) {
      Log.offer(report.headline());
    }
  }

  /** The whole report. */
  static String text(LeakReport report, long reported, String recordings) {
    String text = report.toString();
    if (report.isClean()) {
      return text;
    }
    return String.join(
        System.lineSeparator(),
        reported > 0
            ? List.of(text, reported(reported, report.leaked()), recordings)
            : List.of(text, recordings));
  }

  /** Brings a text to where the settings want it. */
  private static void deliver(State state, String text) {
    Path file = state.settings.report().file();
    if (state.settings.report().slf4j()) {
      Log.warn(text);
    } else if (file != null) {
      write(file, text + System.lineSeparator());
    } else {
      Stderr.print(text + System.lineSeparator());
    }
  }

  /** What is left to say of leaks that were told of in a test run. */
  static String reported(long reported, long leaked) {
    return reported == leaked
        ? String.format(
            Locale.ROOT,
            "LEAK: %s still registered at exit, as the test run above has reported.",
            Words.count(reported, "resource is", "resources are"))
        : String.format(Locale.ROOT, "The test run above has reported %,d of these.", reported);
  }

  /** Where the recordings are, and how to read whole lives from them. */
  static String recordings(List<Path> files, boolean namedAtExit, boolean recording) {
    if (!files.isEmpty()) {
      return files.stream()
          .map(
              file ->
                  command("The whole life of each is in the recording:", ToolCommand.report(file)))
          .collect(Collectors.joining(System.lineSeparator()));
    }
    if (namedAtExit) {
      return command(
          "The whole life of each is in the recording that JFR is about to write:",
          ToolCommand.report("hotspot-pid-" + ProcessHandle.current().pid() + "-id-*.jfr"));
    }
    return recording
        ? "A flight recording was running without a file; give it filename=FILE to keep it"
        : "To see the whole life of each, run with -XX:StartFlightRecording:filename=app.jfr";
  }

  /** A command has a line to itself where the sentence leaves no room for it. */
  private static String command(String sentence, String command) {
    String line = sentence + ' ' + command;
    return line.length() <= Paragraph.COLUMNS
        ? line
        : sentence + System.lineSeparator() + "    " + command;
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
