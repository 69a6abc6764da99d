package dev.rollcall.agent.hook;

import dev.rollcall.agent.weave.Moment;
import dev.rollcall.agent.weave.Point;
import dev.rollcall.agent.weave.Point.Value;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is open from its construction on: when the outermost constructor has returned, so that one
 * that throws leaves nothing behind. Each constructor of a woven class tells of its return; whether
 * it was the outermost is on the stack.
 */
public final class ConstructionHooks {
  /** The kind of a class whose constructors tell. */
  public static final String KIND = "construction";

  private static final String CONSTRUCTOR = "<init>";
  private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

  private final Resources resources;
  private final Weaving weaving;

  /** A constructor has returned. */
  public final int constructed;

  private final List<Point> points;

  /** Those that tell these resources. */
  public ConstructionHooks(Hooks hooks, Resources resources, Weaving weaving) {
    this.resources = resources;
    this.weaving = weaving;
    constructed = hooks.other((self, value) -> constructed(self));
    points = List.of(new Point("<init>(*", Moment.RETURN, Value.NONE, constructed, ""));
  }

  /** Where a subclass is watched. */
  public List<Point> points() {
    return points;
  }

  private void constructed(@Nullable Object self) {
    if (self != null && isOutermost(self.getClass(), points)) {
      resources.opened(self, null);
    }
  }

  /**
   * Whether no other constructor of the object is under way that will tell.
   *
   * @param told where a class is to tell that does not yet
   */
  boolean isOutermost(Class<?> type, List<Point> told) {
    Class<?> untold = STACK.walk(frames -> outer(type, frames));
    if (untold == null) {
      return true;
    }
    if (weaving.isWoven(untold, KIND)) {
      return false;
    }
    weaving.weave(untold, KIND, told); // for the next object of it
    return true;
  }

  /** The class whose constructor has called the one that has returned, for the same object. */
  private @Nullable Class<?> outer(Class<?> type, Stream<StackFrame> frames) {
    Iterator<StackFrame> each = frames.iterator();
    while (each.hasNext()) {
      StackFrame frame = each.next();
      if (!Openers.isAgents(frame.getClassName())) {
        return each.hasNext() ? outer(type, frame.getDeclaringClass(), each.next()) : null;
      }
    }
    return null;
  }

  private @Nullable Class<?> outer(Class<?> type, Class<?> inner, StackFrame caller) {
    Class<?> outer = caller.getDeclaringClass();
    if (!caller.getMethodName().equals(CONSTRUCTOR)
        || !outer.isAssignableFrom(type)
        || !inner.isAssignableFrom(outer)) {
      return null;
    }
    // Else the constructor has made another object of its class.
    return outer != inner || weaving.isDelegating(outer, caller.getDescriptor()) ? outer : null;
  }
}
