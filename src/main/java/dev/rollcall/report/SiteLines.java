package dev.rollcall.report;

import dev.rollcall.common.Paragraph;
import dev.rollcall.common.StackLines;
import dev.rollcall.common.Words;
import dev.rollcall.recording.Site;

/** A site as indented lines, the innermost frame first. */
public final class SiteLines {
  private static final String UNKNOWN = "(no stack was recorded)";

  private SiteLines() {}

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
