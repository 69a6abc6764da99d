package dev.rollcall.report;

import dev.rollcall.analysis.finding.Cause;
import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.FindingTotals.Following;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.analysis.finding.Step;
import dev.rollcall.common.Bytes;
import dev.rollcall.common.FrameKind;
import dev.rollcall.common.LeakWords;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;
import dev.rollcall.diagnosis.Difference;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  /** What lives that ended too early have and siblings do not, or the other way round. */
  public static String difference(Difference difference, MisuseFinding.Lives lives) {
    return String.format(
        Locale.ROOT,
        "%s: %,d of %,d misused, %,d of %,d released %s",
        switch (difference.kind()) {
          case EXTRA_RELEASE -> "extra release";
          case MISSING_RETAIN -> "missing retain";
        },
        difference.misused(),
        lives.compared(),
        difference.siblings(),
        lives.siblings(),
        lives.siblings() == 1 ? "sibling" : "siblings");
  }

  /** As {@link #misuse}, after who may have ended it too early, if that is known. */
  public static String suspectAndMisuse(MisuseFinding group) {
    List<Suspect> suspects = group.lives().suspects();
    return suspects.isEmpty()
        ? misuse(group)
        : String.format(
            Locale.ROOT,
            "%s Confidence: %s. %s",
            Printable.of(suspects.get(0).evidence()),
            suspects.get(0).confidence().word(),
            misuse(group));
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

  /** What to switch on where nobody is suspected; empty where it would tell nothing. */
  public static String toKnowMore(LeakFinding group) {
    if (!group.suspects().isEmpty() || group.direct() == 0) {
      return "";
    }
    if (group.isUnplaced()) {
      return "to know who may have forgotten it, follow more lives: rollcall-lives=all in the"
          + " settings of the recording";
    }
    return group.site().isUnknown()
        ? "to know who may have forgotten it, record stacks: rollcall-stacks=all in the settings of"
            + " the recording"
        : "";
  }

  /** What to switch on where suspects are not sure; empty where all are, or there are none. */
  static String toKnowMore(List<LeakFinding> groups) {
    List<LeakFinding> unsure =
        groups.stream()
            .filter(group -> !group.suspects().isEmpty())
            .filter(group -> group.suspects().get(0).confidence() == Suspect.Confidence.LOW)
            .toList();
    if (unsure.isEmpty()) {
      return "";
    }
    Set<Step.Kind> kinds = EnumSet.noneOf(Step.Kind.class);
    boolean blind = false;
    for (LeakFinding group : unsure) {
      for (History life : group.examples()) {
        life.steps().forEach(step -> kinds.add(step.kind()));
        blind |= life.steps().stream().anyMatch(ReportWords::isBlind);
      }
    }
    List<String> settings = new ArrayList<>();
    if (blind) {
      settings.add("rollcall-stacks=all");
    }
    if (!kinds.contains(Step.Kind.USE)) {
      settings.add("rollcall-uses=all");
    }
    if (unsure.stream().allMatch(group -> group.context().exceptions().isEmpty())) {
      settings.add("rollcall-exceptions=true");
    }
    List<String> todo = new ArrayList<>();
    if (!settings.isEmpty()) {
      todo.add("record with " + String.join(", ", settings));
    }
    if (!kinds.contains(Step.Kind.TOUCH)) {
      todo.add("note with touch where resources are handed on");
    }
    if (unsure.stream().allMatch(group -> group.good() == null)) {
      todo.add("compare with a run that went well (--good FILE)");
    }
    return todo.isEmpty() ? "" : "To know more where confidence is low: " + String.join("; ", todo);
  }

  /** Whether a step of the program says nothing of where it was made. */
  private static boolean isBlind(Step step) {
    return switch (step.kind()) {
      case RETAIN, RELEASE, TOUCH, USE -> step.moment().site().isUnknown();
      default -> false;
    };
  }

  /** Who may have forgotten the release, and how sure that is. */
  public static String suspect(Suspect suspect) {
    return String.format(
        Locale.ROOT,
        "%s (confidence: %s)",
        Printable.of(suspect.evidence()),
        suspect.confidence().word());
  }

  /** How many leaked by one cause, and who may have forgotten them. */
  public static String cause(Cause cause) {
    Suspect suspect = cause.suspect();
    LeakFinding first = cause.direct().get(0);
    String who;
    if (suspect == null) {
      String at = applicationFrame(first.site());
      who =
          "no suspect for "
              + Words.type(first.type())
              + (at.isEmpty() ? "" : " registered at " + at)
              + (first.isUnplaced() ? ", which is not followed" : "");
    } else {
      who = String.format("%s (confidence: %s)", method(suspect), suspect.confidence().word());
    }
    return String.format(
        "%s in %s%s: %s",
        Words.count(cause.leaked(), "leaked", "leaked"),
        Words.count(cause.direct().size(), "group"),
        cause.bytes() > 0 ? ", holding " + Bytes.text(cause.bytes()) : "",
        who);
  }

  static String method(Suspect suspect) {
    StackTraceElement frame = suspect.frame();
    return Printable.of(frame.getClassName() + '.' + frame.getMethodName());
  }

  /** Which cause a group is of, where it is not alone in it; empty where it is. */
  public static String ofCause(Cause cause) {
    return cause.direct().size() < 2
        ? ""
        : "Cause: "
            + cause(cause)
            + (cause.suspect() == null ? "" : ", the first suspect of all of them");
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

  /** What a cause points at: the suspect, or else where it was registered; null if unknown. */
  public static @Nullable StackTraceElement at(Cause cause) {
    Suspect suspect = cause.suspect();
    return suspect == null ? application(cause.groups().get(0).site()) : suspect.frame();
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
