package dev.rollcall.internal.exit;

import dev.rollcall.LeakReport;
import dev.rollcall.common.Labels;
import dev.rollcall.common.LeakWords;
import dev.rollcall.common.Paragraph;
import dev.rollcall.common.Printable;
import dev.rollcall.common.TimeSpan;
import dev.rollcall.common.Words;
import dev.rollcall.event.EventDoor;
import dev.rollcall.internal.check.State;
import dev.rollcall.internal.live.ResourceIds;
import dev.rollcall.internal.outside.Aside;
import dev.rollcall.internal.outside.Coverage;
import dev.rollcall.internal.outside.Log;
import dev.rollcall.internal.outside.Shutdown;
import dev.rollcall.internal.settings.Settings;
import dev.rollcall.internal.settings.ToolCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings the last report to where it is wanted. At exit logging may be gone already, so the report
 * goes to stderr in one write, or to a file, and SLF4J is only offered the headline, afterwards. A
 * file or a logger that does not take the report in time leaves it to stderr.
 */
final class ExitReport {
  private static final String HANGING = " ".repeat(4);

  private ExitReport() {}

  /** Where the recordings are; to be asked for before JFR, at exit, has forgotten. */
  static String recordings() {
    return recordings(EventDoor.destinations(), EventDoor.isNamedAtExit(), EventDoor.isRecording());
  }

  /** Brings a report to where the settings want it, if there is anything to say. */
  static void deliver(State state, LeakReport report, String recordings) {
    String text = text(state, report, recordings);
    if (text == null) {
      return;
    }
    Path file = state.settings.report().file();
    if (state.settings.report().slf4j()) {
      Log.warn(text);
    } else if (file != null) {
      write(file, text + System.lineSeparator());
    } else {
      Log.print(text + System.lineSeparator());
    }
  }

  /** Offers the headline to the logger, unless that has the report. */
  static void offerHeadline(State state, LeakReport report) {
    if (!report.isClean() && !state.settings.report().slf4j() && !isToldOf(state, report)) {
      Labels labels = labels(state);
      Log.offer(report.headline() + (labels.isEmpty() ? "" : " Labels: " + labels.inWords() + '.'));
    }
  }

  /**
   * The text; null if there is nothing to say. A clean report is for a file that was asked for, and
   * that there was nothing to check, which somebody who switched the checker on takes for clean
   * otherwise. What was told of in a test run is not told a second time, but to a file.
   */
  private static @Nullable String text(State state, LeakReport report, String recordings) {
    Path file = state.settings.report().file();
    if (!ResourceIds.hasAny() && report.misuses() == 0) {
      return file != null || (Settings.isModeSet() && !TestRunner.isPresent())
          ? nothingChecked()
          : null;
    }
    if (report.isClean()) {
      return file == null && report.byCollector().isEmpty()
          ? null
          : String.join(System.lineSeparator(), labelled(state, report));
    }
    if (isToldOf(state, report)) {
      return null;
    }
    long reported = state.reported();
    if (reported > 0 && reported == report.leaked() && file == null) {
      return reported(reported, reported);
    }
    return whole(state, report, reported, recordings);
  }

  /** An agent knows all that there is to see of what it watches. */
  private static String nothingChecked() {
    String words = Coverage.words();
    return words.isEmpty()
        ? LeakWords.nothingChecked()
        : String.join(
            System.lineSeparator(),
            Paragraph.of("Rollcall: ", LeakWords.NEVER_REGISTERED + ". " + words + '.', HANGING));
  }

  /**
   * The report of leaks, of which so many are told of already, with what they hold, and where their
   * recordings are.
   */
  static String whole(State state, LeakReport report, long reported, String recordings) {
    List<String> lines = labelled(state, report);
    String held = state.held().inWords();
    if (!held.isEmpty()) {
      lines.addAll(Paragraph.of("", held + '.', HANGING));
    }
    if (reported > 0) {
      lines.add(reported(reported, report.leaked()));
    }
    lines.add(recordings);
    return String.join(System.lineSeparator(), lines);
  }

  /** The report, after what this JVM is called: where logs are collected, all look alike. */
  private static List<String> labelled(State state, LeakReport report) {
    List<String> lines = new ArrayList<>();
    Labels labels = labels(state);
    if (!labels.isEmpty()) {
      lines.addAll(Paragraph.of("Rollcall: ", labels.inWords(), HANGING));
    }
    lines.add(report.toString());
    lines.addAll(coverage());
    return lines;
  }

  /** Without that of the agent, which says more of itself. */
  private static Labels labels(State state) {
    Labels labels = state.settings.labels();
    return Coverage.words().isEmpty() ? labels : labels.without(Coverage.LABEL);
  }

  /** What an agent watches: no report shows what it does not. */
  private static List<String> coverage() {
    String words = Coverage.words();
    return words.isEmpty() ? List.of() : Paragraph.of("", words + '.', HANGING);
  }

  /** Whether a test run has told of all of it, and nobody wants it once more. */
  private static boolean isToldOf(State state, LeakReport report) {
    return TestRunner.isPresent()
        && state.settings.report().file() == null
        && report.leaked() > 0
        && state.reported() == report.leaked();
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

  /** A pipe that nobody reads keeps whoever opens it, so the caller does not. */
  private static void write(Path file, String text) {
    AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    Duration patience = Shutdown.patience();
    boolean inTime =
        new Aside(() -> failure.set(tryWrite(file, text)))
            .start("rollcall-report")
            .awaitWhole(patience);
    Exception failed = failure.get();
    if (failed == null && inTime) {
      return;
    }
    String reason =
        failed != null
            ? Printable.of(failed.toString())
            : "still blocked after "
                + TimeSpan.age(patience.toMillis())
                + ": a pipe that nobody reads?";
    Log.print(
        String.format(
            "rollcall: cannot write the report to %s (%s); here it is:%n%s",
            Printable.of(file.toString()), reason, text));
  }

  private static @Nullable Exception tryWrite(Path file, String text) {
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(file, text);
      return null;
    } catch (IOException | RuntimeException e) {
      return e;
    }
  }
}
