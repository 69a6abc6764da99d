package dev.rollcall.report;

import dev.rollcall.recording.Site;
import java.util.ArrayList;
import java.util.List;

/** A site as indented lines, the innermost frame first. */
public final class SiteLines {
  private SiteLines() {}

  public static void append(StringBuilder out, String indent, Site site, int limit) {
    if (site.isUnknown()) {
      out.append(indent).append("(no stack was recorded)\n");
      return;
    }
    List<StackTraceElement> frames = site.frames();
    int shown = Math.min(limit, frames.size());
    for (StackTraceElement frame : frames.subList(0, shown)) {
      out.append(indent).append(ReportWords.frame(frame)).append('\n');
    }
    List<String> rest = new ArrayList<>();
    if (shown < frames.size()) {
      rest.add(frames.size() - shown + " more");
    }
    if (site.truncated()) {
      rest.add("cut off at the recording's stackdepth");
    }
    if (!rest.isEmpty()) {
      out.append(indent).append("... ").append(String.join(", ", rest)).append('\n');
    }
  }
}
