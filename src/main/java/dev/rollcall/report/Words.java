package dev.rollcall.report;

import dev.rollcall.analysis.Step;
import dev.rollcall.internal.Printable;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How single values read in a report. */
final class Words {
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private Words() {}

  /** A resource id, as every tool prints it. */
  static String id(long resourceId) {
    return "0x" + Long.toHexString(resourceId);
  }

  /** A number with its noun: "1 leak", "2 leaks". */
  static String count(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }

  static Instant instant(long epochNanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(epochNanos, NANOS_PER_SECOND), Math.floorMod(epochNanos, NANOS_PER_SECOND));
  }

  /** A point in time, to the second. */
  static String time(long epochNanos) {
    return instant(epochNanos).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** A duration in the unit a person would use. */
  static String duration(long nanos) {
    return duration(nanos / 1e6);
  }

  private static String duration(double millis) {
    if (Math.abs(millis) < 1_000) {
      return String.format(Locale.ROOT, "%.3f ms", millis);
    }
    double seconds = millis / 1e3;
    if (Math.abs(seconds) < 120) {
      return String.format(Locale.ROOT, "%.3f s", seconds);
    }
    double minutes = seconds / 60;
    return Math.abs(minutes) < 120
        ? String.format(Locale.ROOT, "%.1f min", minutes)
        : String.format(Locale.ROOT, "%.1f h", minutes / 60);
  }

  /** An age, which is known to the millisecond. */
  static String age(long millis) {
    return millis < 1_000 ? millis + " ms" : duration((double) millis);
  }

  static String thread(ThreadRef thread) {
    if (!thread.name().isEmpty()) {
      return Printable.of(thread.name());
    }
    return thread.id() == 0 ? "" : "#" + thread.id();
  }

  static String frame(StackTraceElement frame) {
    return Printable.of(frame.toString());
  }

  /** The innermost frame that is not the JDK's: where in the program a step was made. */
  static String applicationFrame(Site site) {
    for (StackTraceElement frame : site.frames()) {
      String name = frame.getClassName();
      if (!name.startsWith("java.")
          && !name.startsWith("javax.")
          && !name.startsWith("jdk.")
          && !name.startsWith("sun.")) {
        return frame(frame);
      }
    }
    return site.isUnknown() ? "" : frame(site.frames().get(0));
  }

  static String note(Step step) {
    return step.note() == null ? "" : Printable.of(step.note());
  }
}
