package dev.rollcall.analysis.context;

import dev.rollcall.common.FrameKind;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Plumbing;
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
  private int from;
  private int to;

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
    return of(earlier, later, new Given(null, false));
  }

  /**
   * As the other, of a resource that was in somebody's hands.
   *
   * @param given what is known of that
   */
  static @Nullable StackTraceElement of(Site earlier, Site later, Given given) {
    CommonFrame frames = new CommonFrame(earlier, later);
    return frames.meet(earlier, later) ? frames.innermost(given) : null;
  }

  /**
   * In whose hands a resource was.
   *
   * @param receiver the class that it was handed to in the earlier stack; null where none is named
   * @param lent whether it was only used there: who made it, or was given it, has it still
   */
  record Given(@Nullable String receiver, boolean lent) {}

  /** Whether a method of the later stack was running at the earlier one, too. */
  static boolean isRunning(Site earlier, Site later, StackTraceElement method) {
    CommonFrame frames = new CommonFrame(earlier, later);
    return frames.meet(earlier, later) && frames.later.lastIndexOf(method) <= frames.lastCommon();
  }

  /**
   * Whether a frame of both made one call at the earlier stack, which has returned, and made the
   * same call again at the later one, to another object: it takes turns, or was called anew.
   */
  static boolean isAnotherTurn(Site earlier, Site later, StackTraceElement frame) {
    CommonFrame frames = new CommonFrame(earlier, later);
    return frames.meet(earlier, later) && frames.isAnotherTurn(frames.later.lastIndexOf(frame));
  }

  private boolean isAnotherTurn(int at) {
    int before = from + at - to;
    return at >= to
        && at <= lastCommon()
        && isLine(before, at)
        && before + 1 < earlier.size()
        && at + 1 < later.size()
        && !isMethod(before + 1, at + 1)
        && earlier.get(before + 1).getMethodName().equals(later.get(at + 1).getMethodName());
  }

  /** Looks for where both begin. */
  private boolean meet(Site one, Site other) {
    if (!one.truncated() && !other.truncated()) {
      return true;
    }
    int longest = RUN - 1;
    for (int i = 0; other.truncated() && i < earlier.size(); i++) {
      int run = run(i, 0);
      from = run > longest ? i : from;
      longest = Math.max(longest, run);
    }
    for (int j = 0; one.truncated() && j < later.size(); j++) {
      int run = run(0, j);
      if (run > longest) {
        from = 0;
        to = j;
        longest = run;
      }
    }
    return longest >= RUN;
  }

  /** How many frames are the same, from these two on. */
  private int run(int i, int j) {
    int run = 0;
    while (isMethod(i + run, j + run) && isLine(i + run, j + run)) {
      run++;
    }
    return run;
  }

  /** The place in the later stack of the innermost frame that both have; before its begin: none. */
  private int lastCommon() {
    int run = run(from, to);
    return isMethod(from + run, to + run) ? to + run : to + run - 1;
  }

  private @Nullable StackTraceElement innermost(Given given) {
    StackTraceElement lentTo = null;
    for (int i = lastCommon(); i >= to; i--) {
      FrameKind kind = FrameKind.of(later.get(i));
      // What makes a buffer fails for whoever wanted it.
      if (kind == FrameKind.PROGRAM && !Plumbing.isOfBuffer(later.get(i))) {
        if (lentTo != null || !given.lent || !isThrower(i)) {
          return later.get(i);
        }
        // It was asked to look at the resource, and refused it.
        lentTo = later.get(i);
      }
      if (kind == FrameKind.NETTY) {
        return called(i, given.receiver);
      }
    }
    return lentTo;
  }

  /** Whether the earlier of two stacks goes on through many methods that the later has not. */
  static boolean isFar(Site earlier, Site later) {
    CommonFrame frames = new CommonFrame(earlier, later);
    return frames.meet(earlier, later)
        && frames.isFar(frames.from + frames.run(frames.from, frames.to));
  }

  /** Whether no method of the program was called from there. */
  private boolean isThrower(int at) {
    return later.stream().skip(at + 1L).noneMatch(FrameKind::isProgram);
  }

  /**
   * Whether the earlier stack goes on through many more methods: they have returned by the time of
   * the later one, and nothing that happens in it can have kept them from a release. However many
   * constructors call each other, they make one object.
   */
  private boolean isFar(int index) {
    return earlier.stream()
            .skip(index)
            .filter(frame -> FrameKind.isProgram(frame) && !isConstructor(frame))
            .count()
        > NEAR;
  }

  static boolean isConstructor(StackTraceElement frame) {
    return frame.getMethodName().equals("<init>");
  }

  /**
   * Whom a frame that only passes calls on had called in the later stack: nothing can be put right
   * in the frame itself. It is the innermost method of the class that the resource was handed to,
   * if that is known; else of the class that was called; but not the one that throws, which may do
   * only that.
   */
  private StackTraceElement called(int passing, @Nullable String receiver) {
    int first = passing + 1;
    while (first < later.size() && !FrameKind.isProgram(later.get(first))) {
      first++;
    }
    if (first == later.size()) {
      return later.get(passing);
    }
    int given = receiver == null ? -1 : given(first, receiver);
    if (given >= 0) {
      return later.get(given);
    }
    String type = later.get(first).getClassName();
    int inmost = first;
    while (inmost + 2 < later.size() && later.get(inmost + 1).getClassName().equals(type)) {
      inmost++;
    }
    return later.get(inmost);
  }

  private int given(int first, String receiver) {
    int found = -1;
    for (int i = first; i < later.size(); i++) {
      boolean isOf = Method.of(later.get(i)).isOf(receiver);
      if (isOf && (found < 0 || !isThrower(i))) {
        found = i;
      }
    }
    return found;
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
