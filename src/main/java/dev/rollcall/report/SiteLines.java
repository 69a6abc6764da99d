package dev.rollcall.report;

import dev.rollcall.recording.Site;
import java.util.List;

/** A site as indented lines, the innermost frame first. */
final class SiteLines {
  private SiteLines() {}

  static void append(StringBuilder out, String indent, Site site, int limit) {
    if (site.isUnknown()) {
      out.append(indent).append("(no stack was recorded)\n");
      return;
    }
    List<StackTraceElement> frames = site.frames();
    int shown = Math.min(limit, frames.size());
    for (StackTraceElement frame : frames.subList(0, shown)) {
      out.append(indent).append(Words.frame(frame)).append('\n');
    }
    if (shown < frames.size()) {
      out.append(indent).append("... ").append(frames.size() - shown).append(" more\n");
    } else if (site.truncated()) {
      out.append(indent).append("... cut off at the recording's stackdepth\n");
    }
  }
}
