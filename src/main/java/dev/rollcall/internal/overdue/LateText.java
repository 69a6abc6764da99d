package dev.rollcall.internal.overdue;

import dev.rollcall.common.Printable;
import dev.rollcall.common.TimeSpan;
import dev.rollcall.common.Words;
import dev.rollcall.internal.live.Entry;
import java.util.List;
import java.util.Locale;

/** The warnings of overdue resources. */
final class LateText {
  /** So many frames of a stack are shown. */
  private static final int FRAMES = 24;

  private LateText() {}

  /** What is overdue of a group; {@code oldest} is open for so many milliseconds. */
  static String overdue(LateGroup group, Entry oldest, long ageMillis, Holder holder) {
    StringBuilder text = new StringBuilder("Rollcall: ");
    String type = Printable.of(group.type.name);
    if (group.open == 1) {
      text.append(
          String.format(
              "%s %s is overdue: it has been open for %s",
              type, Words.id(oldest.id), TimeSpan.late(ageMillis)));
    } else {
      text.append(
          String.format(
              Locale.ROOT,
              "%,d resources of type %s are overdue: the oldest, %s, has been open for %s",
              group.open,
              type,
              Words.id(oldest.id),
              TimeSpan.late(ageMillis)));
    }
    text.append(
        String.format(
            ", and rollcall.expect allows %s (%sgroup %s)",
            TimeSpan.set(group.expectedMillis),
            group.found > group.open ? String.format(Locale.ROOT, "%,d so far; ", group.found) : "",
            Printable.of(group.fingerprint)));
    if (group.site != null && !group.site.frames().isEmpty()) {
      text.append("\n  registered:");
      frames(text, group.site.frames());
    }
    text.append("\n  ").append(holder(holder));
    if (holder.stack() != null) {
      frames(text, holder.stack());
    }
    return text.toString();
  }

  private static String holder(Holder holder) {
    String did = holder.isStepped() ? "took its last recorded step" : "registered it";
    if (holder.name() == null) {
      return "the thread that " + did + " has ended";
    }
    String thread = "thread " + Printable.of(holder.name()) + ", which " + did + ", ";
    if (holder.hasEnded()) {
      return thread + "has ended";
    }
    if (holder.stack() == null) {
      return thread + "did not say where it is now";
    }
    return holder.stack().isEmpty() ? thread + "runs no Java code now" : thread + "is now at:";
  }

  private static void frames(StringBuilder text, List<StackTraceElement> frames) {
    frames.stream()
        .limit(FRAMES)
        .forEach(frame -> text.append("\n    at ").append(Words.frame(frame)));
    if (frames.size() > FRAMES) {
      text.append("\n    ... ").append(Words.count(frames.size() - (long) FRAMES, "more frame"));
    }
  }

  /** That a resource was released late. */
  static String returned(LateGroup group, LateResource last) {
    String soFar =
        group.returned == 1
            ? ""
            : String.format(
                Locale.ROOT,
                "%,d late so far, the longest after %s; ",
                group.returned,
                TimeSpan.late(group.longestReturnedMillis));
    return String.format(
        "Rollcall: %s %s returned after %s in thread %s; rollcall.expect allows %s (%sgroup %s)",
        Printable.of(group.type.name),
        Words.id(last.entry.id),
        TimeSpan.late(last.returnedAfter()),
        Printable.of(last.returnedBy()),
        TimeSpan.set(group.expectedMillis),
        soFar,
        Printable.of(group.fingerprint));
  }

  /** That more is overdue than is told of. */
  static String leftOut(int groups, int warnings) {
    return String.format(
        "Rollcall: %s overdue, too, and not told of yet: Rollcall gives at most %d such warnings a"
            + " minute",
        Words.count(groups, "more group of resources is", "more groups of resources are"),
        warnings);
  }
}
