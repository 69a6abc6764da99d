package dev.rollcall.diagnosis.way;

import dev.rollcall.common.FrameKind;
import dev.rollcall.recording.Site;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The methods of the program on the stack of a step; none where it has none.
 *
 * @param methods outermost first; the last is the one that made the step
 * @param agents methods that carried the step out for it, innermost first
 * @param nested whether the step was made by the end of another resource
 */
public record CallPath(List<Method> methods, List<Method> agents, boolean nested) {

  /** {@code type}: the class of the resource, whose own methods carry steps out; may be empty. */
  static CallPath of(Site site, String type) {
    List<Method> methods = new ArrayList<>();
    List<Method> agents = new ArrayList<>();
    boolean nested = false;
    boolean outside = false;
    boolean written = false;
    for (StackTraceElement frame : site.frames()) {
      FrameKind kind = FrameKind.of(frame);
      boolean ours = kind.recordsSteps();
      outside |= !ours;
      nested |= ours && outside;
      if (kind != FrameKind.PROGRAM) {
        continue;
      }
      written |= methods.isEmpty() && Plumbing.isOfWritten(frame);
      boolean ofResource =
          Plumbing.isOfBuffer(frame)
              || isOf(type, frame)
              || (written && Plumbing.isOfTransport(frame));
      if (!methods.isEmpty() && Plumbing.isOfBuffer(frame)) {
        if (Plumbing.endsCounted(frame)) {
          // Others called for the end of what counts its references as buffers do.
          agents.addAll(methods);
          methods.clear();
        }
      } else if (!methods.isEmpty() || !(ofResource || Plumbing.carriesOut(frame))) {
        methods.add(Method.of(frame));
      } else if (!ofResource) {
        agents.add(Method.of(frame));
      }
    }
    if (methods.isEmpty()) {
      site.frames().stream()
          .filter(FrameKind::isProgram)
          .forEach(frame -> methods.add(Method.of(frame)));
    }
    Collections.reverse(methods);
    return new CallPath(List.copyOf(methods), agents.stream().distinct().toList(), nested);
  }

  private static boolean isOf(String type, StackTraceElement frame) {
    String name = frame.getClassName();
    return !type.isEmpty() && (name.equals(type) || name.startsWith(type + "$"));
  }

  public int depth() {
    return methods.size();
  }

  public boolean isEmpty() {
    return methods.isEmpty();
  }

  /** The method that made the step. */
  public Method last() {
    return methods.get(methods.size() - 1);
  }

  /** How many methods both have in common, from the outermost on. */
  public int common(CallPath other) {
    int limit = Math.min(depth(), other.depth());
    int same = 0;
    while (same < limit && methods.get(same).equals(other.methods.get(same))) {
      same++;
    }
    return same;
  }

  /** Whether it was called from where the other one was made. */
  public boolean isBelow(CallPath other) {
    return depth() > other.depth() && common(other) == other.depth();
  }
}
