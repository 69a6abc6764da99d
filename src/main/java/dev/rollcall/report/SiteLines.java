package dev.rollcall.report;

import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakFinding.Estimate;
import dev.rollcall.analysis.finding.LeakFinding.Estimate.Share;
import dev.rollcall.common.Paragraph;
import dev.rollcall.common.Printable;
import dev.rollcall.common.StackLines;
import dev.rollcall.common.Words;
import dev.rollcall.recording.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A site as indented lines, the innermost frame first. */
public final class SiteLines {
  private static final String UNKNOWN = "(no stack was recorded)";

  private static final String UNFOLLOWED =
      "where they were registered is not known, because their lives were not followed";

  /** So many groups of an estimate are told of. */
  public static final int MOST_SHARES = 5;

  private SiteLines() {}

  /** Why it is not known where a group was registered, and what may be guessed of it. */
  static void unplaced(Page page, LeakFinding group, String word) {
    page.sentence("  ", UNFOLLOWED);
    page.sentence("  ", guess(group, word));
    shares(group).forEach(share -> page.sentence("    ", share));
  }

  /** As lines; {@code word}: what they are, "leaked" or "open". */
  public static void appendUnplaced(StringBuilder out, LeakFinding group, String word) {
    out.append(UNFOLLOWED).append('\n').append(guess(group, word)).append('\n');
    shares(group).forEach(share -> out.append("  ").append(share).append('\n'));
  }

  /** As one sentence. */
  public static String unplaced(LeakFinding group, String word) {
    String shares = String.join("; ", shares(group));
    return UNFOLLOWED + "; " + guess(group, word) + (shares.isEmpty() ? "" : ", " + shares);
  }

  /** What the estimate rests on. */
  private static String guess(LeakFinding group, String word) {
    Estimate estimate = group.estimate();
    return estimate == null
        ? "no life of this type that was followed tells where that may have been"
        : "estimate: " + basis(estimate, word);
  }

  private static List<String> shares(LeakFinding group) {
    Estimate estimate = group.estimate();
    List<Share> shares = estimate == null ? List.of() : estimate.shares();
    List<String> lines = new ArrayList<>();
    for (Share share : shares.subList(0, Math.min(MOST_SHARES, shares.size()))) {
      StackTraceElement at = share.at();
      lines.add(
          String.format(
              Locale.ROOT,
              "about %,d of group %s%s",
              share.count(),
              Printable.of(share.fingerprint()),
              at == null ? "" : ", registered at " + Words.frame(at)));
    }
    if (shares.size() > MOST_SHARES) {
      lines.add(
          "and "
              + Words.count(shares.size() - MOST_SHARES, "more group")
              + " (--format json lists all)");
    }
    return lines;
  }

  private static String basis(Estimate estimate, String word) {
    return estimate.basis() == Estimate.Basis.ALIKE
        ? String.format(
            Locale.ROOT,
            "if they divide as the %,d %s %s that %s followed do",
            estimate.from(),
            word,
            estimate.from() == 1 ? "one" : "ones",
            estimate.from() == 1 ? "was" : "were")
        : String.format(
            Locale.ROOT,
            "no %s one was followed; if they divide as the %,d released %s that %s followed do",
            word,
            estimate.from(),
            estimate.from() == 1 ? "one" : "ones",
            estimate.from() == 1 ? "was" : "were");
  }

  /** At most so many lines, in which frames that are not the program's are folded. */
  static void append(Page page, String indent, Site site, int limit) {
    if (site.isUnknown()) {
      page.line(indent + UNKNOWN);
      return;
    }
    StackLines.of(site.frames(), limit, site.truncated())
        .forEach(
            line -> {
              if (line.startsWith("...")) {
                page.sentence(indent, line);
              } else {
                page.line(indent + line);
              }
            });
  }

  /** Every frame. */
  public static void appendWhole(StringBuilder out, String indent, Site site) {
    appendWhole(new Page(out, Paragraph.COLUMNS), indent, site);
  }

  /** Every frame. */
  static void appendWhole(Page page, String indent, Site site) {
    if (site.isUnknown()) {
      page.line(indent + UNKNOWN);
      return;
    }
    site.frames().forEach(frame -> page.line(indent + Words.frame(frame)));
    if (site.truncated()) {
      page.line(indent + "... cut off at the recording's stackdepth");
    }
  }
}
