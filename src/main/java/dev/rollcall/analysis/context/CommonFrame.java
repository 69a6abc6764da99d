package dev.rollcall.analysis.context;

import dev.rollcall.common.FrameKind;
import dev.rollcall.recording.Site;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The innermost method of the program that two stacks of one thread have in common; where that only
 * passes calls on, the one that the later stack has below it.
 *
 * <p>Stacks are compared from the root: the same methods at the same lines are the same calls, and
 * the last may have come to another line. Where the recording cut one off, its root is not known;
 * then its outermost frames are looked for in the other, and a run of many has to be the same.
 */
final class CommonFrame {
  private static final int RUN = 8;

  /** How many methods may have returned between what was done last and what was thrown. */
  private static final int NEAR = 3;

  private final List<StackTraceElement> earlier;
  private final List<StackTraceElement> later;

  private CommonFrame(Site earlier, Site later) {
    this.earlier = rootFirst(earlier);
    this.later = rootFirst(later);
  }

  private static List<StackTraceElement> rootFirst(Site site) {
    List<StackTraceElement> frames = new ArrayList<>(site.frames());
    Collections.reverse(frames);
    return frames;
  }

  /** The frame as the later of two stacks has it; null where there is none. */
  static @Nullable StackTraceElement of(Site earlier, Site later) {
    CommonFrame frames = new CommonFrame(earlier, later);
    if (!earlier.truncated() && !later.truncated()) {
      return frames.innermost(0, 0);
    }
    int from = 0;
    int to = 0;
    int longest = RUN - 1;
    for (int i = 0; later.truncated() && i < frames.earlier.size(); i++) {
      int run = frames.run(i, 0);
      from = run > longest ? i : from;
      longest = Math.max(longest, run);
    }
    for (int j = 0; earlier.truncated() && j < frames.later.size(); j++) {
      int run = frames.run(0, j);
      if (run > longest) {
        from = 0;
        to = j;
        longest = run;
      }
    }
    return longest < RUN ? null : frames.innermost(from, to);
  }

  /** How many frames are the same, from these two on. */
  private int run(int from, int to) {
    int run = 0;
    while (isMethod(from + run, to + run) && isLine(from + run, to + run)) {
      run++;
    }
    return run;
  }

  private @Nullable StackTraceElement innermost(int from, int to) {
    int run = run(from, to);
    int last = isMethod(from + run, to + run) ? to + run : to + run - 1;
    if (isFar(from + run)) {
      return null;
    }
    for (int i = last; i >= to; i--) {
      FrameKind kind = FrameKind.of(later.get(i));
      if (kind == FrameKind.PROGRAM) {
        return later.get(i);
      }
      if (kind == FrameKind.NETTY) {
        return called(i);
      }
    }
    return null;
  }

  /**
   * Whether the earlier stack goes on through many more methods: they have returned by the time of
   * the later one, and nothing that happens in it can have kept them from a release.
   */
  private boolean isFar(int from) {
    return earlier.stream().skip(from).filter(FrameKind::isProgram).count() > NEAR;
  }

  /**
   * Whom a frame that only passes calls on had called in the later stack: nothing can be put right
   * in the frame itself. Of the class that was called it is the innermost method but for the one
   * that throws, which may do only that.
   */
  private StackTraceElement called(int passing) {
    int first = passing + 1;
    while (first < later.size() && !FrameKind.isProgram(later.get(first))) {
      first++;
    }
    if (first == later.size()) {
      return later.get(passing);
    }
    String type = later.get(first).getClassName();
    int inmost = first;
    while (inmost + 2 < later.size() && later.get(inmost + 1).getClassName().equals(type)) {
      inmost++;
    }
    return later.get(inmost);
  }

  private boolean isMethod(int i, int j) {
    return i < earlier.size()
        && j < later.size()
        && earlier.get(i).getClassName().equals(later.get(j).getClassName())
        && earlier.get(i).getMethodName().equals(later.get(j).getMethodName());
  }

  private boolean isLine(int i, int j) {
    return earlier.get(i).getLineNumber() == later.get(j).getLineNumber();
  }
}
