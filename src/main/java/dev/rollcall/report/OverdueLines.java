package dev.rollcall.report;

import dev.rollcall.analysis.age.OverdueNotice;
import dev.rollcall.common.Printable;
import dev.rollcall.common.TimeSpan;
import dev.rollcall.common.Words;
import dev.rollcall.recording.LifecycleEvent.Overdue.Holder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the program itself found older than it allows, group by group; none of it called leaked. */
public final class OverdueLines {
  private static final int MAX_GROUPS = 20;

  private OverdueLines() {}

  static void append(Page page, List<OverdueNotice> notices) {
    if (notices.isEmpty()) {
      return;
    }
    page.gap();
    page.sentence(
        "",
        "Found open for longer than rollcall.expect allows while it was recorded, which alone is no"
            + " leak:");
    for (OverdueNotice notice : notices.subList(0, Math.min(MAX_GROUPS, notices.size()))) {
      one(page, notice);
    }
    if (notices.size() > MAX_GROUPS) {
      page.gap();
      page.sentence(
          "",
          "and "
              + Words.count(notices.size() - MAX_GROUPS, "more group")
              + " (--format json lists all)");
    }
  }

  private static void one(Page page, OverdueNotice notice) {
    page.gap();
    page.sentence(
        "OVERDUE: ",
        String.format(
            Locale.ROOT,
            "%,d x %s, allowed %s (group %s)",
            notice.counts().found(),
            Words.type(notice.type()),
            TimeSpan.set(notice.expectedMillis()),
            Printable.of(notice.fingerprint())));
    page.sentence("  ", fates(notice.counts()));
    page.line("  registered at");
    SiteLines.append(page, "    ", notice.site(), GroupLines.MAX_FRAMES);
    holder(page, notice.holder());
  }

  /** How many were still open, and how many returned late. */
  public static String fates(OverdueNotice.Counts counts) {
    List<String> parts = new ArrayList<>();
    if (counts.open() > 0) {
      parts.add(
          String.format(
              Locale.ROOT,
              "%,d still open when the recording ended, the oldest for %s",
              counts.open(),
              TimeSpan.late(counts.oldestMillis())));
    }
    if (counts.returned() > 0) {
      parts.add(
          String.format(
              Locale.ROOT,
              "%,d returned late, the longest after %s",
              counts.returned(),
              TimeSpan.late(counts.longestReturnedMillis())));
    }
    return String.join("; ", parts);
  }

  private static void holder(Page page, Holder holder) {
    if (holder.hasEnded()) {
      page.sentence(
          "  ",
          holder.thread().isEmpty()
              ? "the thread that held it had ended when it was found"
              : "held by thread " + Printable.of(holder.thread()) + ", which had ended by then");
    } else if (!holder.thread().isEmpty()) {
      page.sentence(
          "  ",
          "held by thread "
              + Printable.of(holder.thread())
              + (holder.stack().isUnknown() ? "" : ", which was then at"));
      if (!holder.stack().isUnknown()) {
        SiteLines.append(page, "    ", holder.stack(), GroupLines.MAX_FRAMES);
      }
    }
  }
}
