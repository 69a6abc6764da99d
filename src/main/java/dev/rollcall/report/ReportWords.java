package dev.rollcall.report;

import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.FindingTotals.Following;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.common.FrameKind;
import dev.rollcall.common.LeakWords;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How single values read in a report. */
public final class ReportWords {
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private ReportWords() {}

  public static Instant instant(long epochNanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(epochNanos, NANOS_PER_SECOND), Math.floorMod(epochNanos, NANOS_PER_SECOND));
  }

  /** A point in time, to the second. */
  public static String time(long epochNanos) {
    return instant(epochNanos).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  public static String thread(ThreadRef thread) {
    if (!thread.name().isEmpty()) {
      return Printable.of(thread.name());
    }
    return thread.id() == 0 ? "" : "#" + thread.id();
  }

  /** What leaked and where it was registered; {@code owner} owns most of it, if others do. */
  public static String leak(LeakFinding group, @Nullable LeakFinding owner) {
    String owned =
        owner == null || group.direct() > 0
            ? LeakWords.directness(group.direct(), group.indirect())
            : String.format(Locale.ROOT, ", owned by a leaked %s", Words.type(owner.type()));
    return String.format(
        Locale.ROOT,
        "%,d x %s never released%s, registered at %s",
        group.count(),
        Words.type(group.type()),
        owned,
        place(group.site()));
  }

  /** What was misused, how and where. */
  public static String misuse(MisuseFinding group) {
    return String.format(
        Locale.ROOT,
        "%,d x %s of %s at %s",
        group.count(),
        Printable.of(group.kind()),
        Words.type(group.type()),
        place(group.site()));
  }

  /** As {@link #leak}, after who may have forgotten the release, if that is known. */
  public static String suspectAndLeak(LeakFinding group, @Nullable LeakFinding owner) {
    String leak = leak(group, owner);
    if (group.suspects().isEmpty()) {
      return leak;
    }
    Suspect first = group.suspects().get(0);
    return String.format(
        Locale.ROOT,
        "%s Confidence: %s. %s",
        Printable.of(first.evidence()),
        first.confidence().word(),
        leak);
  }

  /** Who may have forgotten the release, and how sure that is. */
  public static String suspect(Suspect suspect) {
    return String.format(
        Locale.ROOT,
        "%s (confidence: %s)",
        Printable.of(suspect.evidence()),
        suspect.confidence().word());
  }

  /** How many leaks are in no group. */
  public static long unlisted(Findings findings) {
    long grouped = findings.groups().stream().mapToLong(LeakFinding::count).sum();
    return Math.max(0, findings.totals().leaked() - grouped);
  }

  /** Leaks that are in no group. */
  public static String unlisted(long leaks) {
    return Words.count(leaks, "more leaked resource") + ", of which only the number is known";
  }

  /** How many lives are followed, in one sentence; of the others less is known. */
  public static String followed(FindingTotals totals) {
    Following following = totals.following();
    return String.format(
        Locale.ROOT,
        "%,d of %,d lives%s were followed",
        following.followed(),
        following.lives(),
        following.lives() < totals.registered() ? " that began while recorded" : "");
  }

  static String place(Site site) {
    return site.isUnknown() ? "an unknown place" : applicationFrame(site);
  }

  /** Where in the program a step was made; empty where no stack was recorded. */
  static String applicationFrame(Site site) {
    StackTraceElement frame = application(site);
    return frame == null ? "" : Words.frame(frame);
  }

  /** The innermost frame of the program, or else the innermost; null without a stack. */
  public static @Nullable StackTraceElement application(Site site) {
    for (StackTraceElement frame : site.frames()) {
      if (FrameKind.isProgram(frame)) {
        return frame;
      }
    }
    return site.isUnknown() ? null : site.frames().get(0);
  }
}
