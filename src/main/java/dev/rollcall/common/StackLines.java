package dev.rollcall.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A stack as lines of text, innermost first, in which the program's frames stand out: of two and
 * more others in a row only the number is said, and whose they are. A stack that has none of the
 * program's is shown as it is.
 */
public final class StackLines {
  private static final int FOLD = 2;

  private final List<String> lines = new ArrayList<>();
  private final int limit;
  private int left;

  private StackLines(int limit) {
    this.limit = limit;
  }

  /** At most {@code limit} lines, and one that says how many frames are left out. */
  public static List<String> of(List<StackTraceElement> frames, int limit, boolean truncated) {
    StackLines stack = new StackLines(limit);
    boolean folds = frames.stream().anyMatch(FrameKind::isProgram);
    for (int from = 0; from < frames.size(); ) {
      int to = folds ? endOfOthers(frames, from) : from;
      if (to - from >= FOLD) {
        stack.add(folded(frames.subList(from, to)), to - from);
        from = to;
      } else {
        stack.add(Words.frame(frames.get(from)), 1);
        from++;
      }
    }
    return stack.finished(truncated);
  }

  private static int endOfOthers(List<StackTraceElement> frames, int from) {
    int to = from;
    while (to < frames.size() && !FrameKind.isProgram(frames.get(to))) {
      to++;
    }
    return to;
  }

  private static String folded(List<StackTraceElement> frames) {
    List<String> labels =
        frames.stream().map(frame -> FrameKind.of(frame).label()).distinct().toList();
    int last = labels.size() - 1;
    String whose =
        last == 0
            ? labels.get(0)
            : labels.stream().limit(last).collect(Collectors.joining(", "))
                + " and "
                + labels.get(last);
    return String.format(Locale.ROOT, "... %d frames of %s", frames.size(), whose);
  }

  private void add(String line, int frames) {
    if (lines.size() < limit) {
      lines.add(line);
    } else {
      left += frames;
    }
  }

  private List<String> finished(boolean truncated) {
    List<String> rest = new ArrayList<>();
    if (left > 0) {
      rest.add(String.format(Locale.ROOT, "%,d more", left));
    }
    if (truncated) {
      rest.add("cut off at the recording's stackdepth");
    }
    if (!rest.isEmpty()) {
      lines.add("... " + String.join(", ", rest));
    }
    return lines;
  }
}
