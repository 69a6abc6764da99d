package dev.rollcall.internal;

import dev.rollcall.Leak;
import dev.rollcall.LeakGroup;
import dev.rollcall.LeakReport;
import dev.rollcall.common.OwnedText;
import dev.rollcall.common.Printable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A leak report as text, for a person who has never seen one. */
public final class ReportText {
  private static final int MAX_GROUPS = 20;
  private static final int MAX_FRAMES = 12;

  private ReportText() {}

  /** The totals in one line. */
  public static String headline(LeakReport report) {
    StringBuilder line = new StringBuilder("LEAK: ");
    if (report.isClean()) {
      line.append(
          String.format(Locale.ROOT, "none: all %,d registered resources", report.registered()));
      line.append(report.ignored() == 0 ? " were released" : " were released or ignored");
    } else {
      line.append(
          String.format(
              Locale.ROOT,
              "%,d of %,d registered resources %s never released%s, in %,d group%s",
              report.leaked(),
              report.registered(),
              report.leaked() == 1 ? "was" : "were",
              indirect(report.indirect()),
              shown(report).size(),
              shown(report).size() == 1 ? "" : "s"));
    }
    if (report.ignored() > 0) {
      line.append(String.format(Locale.ROOT, "; %,d ignored", report.ignored()));
    }
    if (report.misuses() > 0) {
      line.append(String.format(Locale.ROOT, "; %,d misused", report.misuses()));
    }
    if (report.sitesKnown() > 0 && report.sitesKnown() < report.leaked()) {
      line.append(
          String.format(Locale.ROOT, "; the site is known for %,d of them", report.sitesKnown()));
    }
    return line.append('.').toString();
  }

  /** The headline and the groups, without a line end after the last line. */
  public static String of(LeakReport report) {
    StringBuilder text = new StringBuilder(headline(report));
    List<LeakGroup> groups = shown(report);
    groups.stream().limit(MAX_GROUPS).forEach(group -> append(text, group));
    if (groups.size() > MAX_GROUPS) {
      List<LeakGroup> rest = groups.subList(MAX_GROUPS, groups.size());
      long owned = rest.stream().mapToLong(ReportText::owned).sum();
      text.append(
          String.format(
              Locale.ROOT,
              "%nLEAK: and %,d more groups with %,d resources%s",
              rest.size(),
              rest.stream().mapToLong(LeakGroup::direct).sum(),
              owned == 0 ? "" : String.format(Locale.ROOT, ", which own %,d more", owned)));
    }
    return text.toString();
  }

  /** The groups but for those that are told of under their owners. */
  private static List<LeakGroup> shown(LeakReport report) {
    return report.groups().stream().filter(group -> group.direct() > 0).toList();
  }

  private static long owned(LeakGroup group) {
    return group.owned().stream().mapToLong(LeakGroup.Owned::count).sum();
  }

  private static String indirect(long indirect) {
    return indirect == 0
        ? ""
        : String.format(Locale.ROOT, ", %,d of them owned by other leaks", indirect);
  }

  /** What is left to say of leaks that tests have failed for. */
  public static String reported(long reported, long leaked) {
    return reported == leaked
        ? String.format(
            Locale.ROOT,
            "LEAK: %,d resource%s still registered at exit, of which failed tests have told above.",
            reported,
            reported == 1 ? " is" : "s are")
        : String.format(
            Locale.ROOT, "LEAK: failed tests have told of %,d of these above", reported);
  }

  /** Where the recordings are, and how to read whole lives from them. */
  public static String recordings(List<Path> files, boolean namedAtExit, boolean recording) {
    if (!files.isEmpty()) {
      return files.stream()
          .map(ReportText::asTyped)
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

  private static void append(StringBuilder text, LeakGroup group) {
    text.append(
        String.format(
            Locale.ROOT,
            "%nLEAK: %,d x %s%s, %s, oldest %s%s",
            group.count(),
            Printable.of(group.type()),
            directness(group),
            heldOrLost(group),
            age(group.oldestAge()),
            counts(group)));
    OwnedText owned = new OwnedText();
    group.owned().forEach(some -> owned.add(some.type(), some.count()));
    owned.lines().forEach(line -> text.append(String.format("%n    %s", line)));
    text.append(String.format("%n    group %s", Printable.of(group.fingerprint())));
    text.append(String.format("%n    e.g. %s", examples(group)));
    if (group.site().isEmpty()) {
      text.append(String.format("%n    registered at a site that was not kept"));
      return;
    }
    text.append(String.format("%n    registered at"));
    group.site().stream()
        .limit(MAX_FRAMES)
        .forEach(frame -> text.append(String.format("%n        %s", Printable.of(frame(frame)))));
    if (group.site().size() > MAX_FRAMES) {
      text.append(
          String.format(Locale.ROOT, "%n        ... %d more", group.site().size() - MAX_FRAMES));
    }
  }

  private static String directness(LeakGroup group) {
    return group.indirect() == 0
        ? ""
        : String.format(
            Locale.ROOT,
            ", %,d direct and %,d owned by other leaks",
            group.direct(),
            group.indirect());
  }

  private static String heldOrLost(LeakGroup group) {
    if (group.lost() == 0) {
      return "held";
    }
    return group.held() == 0
        ? "lost to the collector"
        : String.format(
            Locale.ROOT, "%,d held and %,d lost to the collector", group.held(), group.lost());
  }

  private static String counts(LeakGroup group) {
    if (group.maxRefCount() < 0) {
      return "";
    }
    return group.minRefCount() == group.maxRefCount()
        ? ", ref count " + group.maxRefCount()
        : ", ref counts " + group.minRefCount() + " to " + group.maxRefCount();
  }

  private static String examples(LeakGroup group) {
    return group.examples().stream().map(ReportText::example).collect(Collectors.joining(", "));
  }

  private static String example(Leak leak) {
    String id = String.format("0x%x", leak.resourceId());
    return leak.description() == null ? id : id + " (" + Printable.of(leak.description()) + ")";
  }

  /** A frame without the class loader and module that {@link StackTraceElement#toString} adds. */
  public static String frame(StackTraceElement frame) {
    String file = frame.getFileName() == null ? "Unknown Source" : frame.getFileName();
    String line = frame.getLineNumber() < 0 ? "" : ":" + frame.getLineNumber();
    return frame.getClassName() + "." + frame.getMethodName() + "(" + file + line + ")";
  }

  /** An age in the largest unit that fits. */
  public static String age(Duration age) {
    long millis = age.toMillis();
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1e3);
    }
    long minutes = millis / 60_000;
    return minutes < 60
        ? minutes + " min"
        : String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
  }
}
