package dev.rollcall.report;

import dev.rollcall.common.StackLines;
import dev.rollcall.common.Words;
import dev.rollcall.recording.Site;

/** A site as indented lines, the innermost frame first. */
public final class SiteLines {
  private static final String UNKNOWN = "(no stack was recorded)";

  private SiteLines() {}

  /** At most so many lines, in which frames that are not the program's are folded. */
  static void append(StringBuilder out, String indent, Site site, int limit) {
    if (site.isUnknown()) {
      line(out, indent, UNKNOWN);
      return;
    }
    StackLines.of(site.frames(), limit, site.truncated()).forEach(line -> line(out, indent, line));
  }

  /** Every frame. */
  public static void appendWhole(StringBuilder out, String indent, Site site) {
    if (site.isUnknown()) {
      line(out, indent, UNKNOWN);
      return;
    }
    site.frames().forEach(frame -> line(out, indent, Words.frame(frame)));
    if (site.truncated()) {
      line(out, indent, "... cut off at the recording's stackdepth");
    }
  }

  private static void line(StringBuilder out, String indent, String line) {
    out.append(indent).append(line).append('\n');
  }
}
