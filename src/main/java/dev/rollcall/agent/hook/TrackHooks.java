package dev.rollcall.agent.hook;

import dev.rollcall.agent.weave.Moment;
import dev.rollcall.agent.weave.Point;
import dev.rollcall.agent.weave.Point.Value;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Classes that are watched because somebody has named them: registered when they are constructed,
 * unregistered by the first call of a method that ends them.
 */
public final class TrackHooks {
  /** The kind of a class whose methods end its objects. */
  public static final String KIND = "end";

  private final Resources resources;
  private final ConstructionHooks construction;
  private final Weaving weaving;
  private final Function<String, Set<String>> endings;
  private final List<Point> constructionPoints;
  private final int closed;

  /** Whether the objects of a class can be ended at all. */
  private final ClassValue<Boolean> endable =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return weaveEnds(type);
        }
      };

  /**
   * Those that tell these resources.
   *
   * @param endings the names of the methods that end the objects of a class, by its name; none for
   *     a class that is not tracked
   */
  public TrackHooks(
      Hooks hooks,
      Resources resources,
      ConstructionHooks construction,
      Weaving weaving,
      Function<String, Set<String>> endings) {
    this.resources = resources;
    this.construction = construction;
    this.weaving = weaving;
    this.endings = endings;
    closed = hooks.release((self, value) -> closed(self));
    int constructed = hooks.other((self, value) -> constructed(self));
    constructionPoints = List.of(new Point("<init>(*", Moment.RETURN, Value.NONE, constructed, ""));
  }

  /** Where a class tells of its construction. */
  public List<Point> constructionPoints() {
    return constructionPoints;
  }

  /** Where a class tells of its end, by these methods. */
  public List<Point> endPoints(Set<String> ends) {
    List<Point> points = new ArrayList<>();
    for (String end : ends) {
      points.add(new Point(end + '*', Moment.ENTRY, Value.NONE, closed, ""));
    }
    return points;
  }

  private void constructed(@Nullable Object self) {
    if (self != null
        && construction.isOutermost(self.getClass(), constructionPoints)
        && endable.get(self.getClass())) {
      resources.opened(self, null);
    }
  }

  /** Sees to it that the methods that end an object tell; false if there are none. */
  private boolean weaveEnds(Class<?> type) {
    Set<String> ends = endsOf(type);
    boolean isFound = false;
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      if (declaresAny(each, ends)) {
        weaving.weave(each, KIND, endPoints(ends));
        isFound |= weaving.isWoven(each, KIND);
      }
    }
    if (!isFound) {
      weaving.leaveOut(type.getName(), "it has no method that ends it: " + names(ends));
    }
    return isFound;
  }

  private static String names(Set<String> ends) {
    return String.join(
        ", ", ends.stream().map(end -> end.replaceAll("[()].*", "")).sorted().toList());
  }

  /** Those of the class, or of the one among those that it extends for whose sake it is watched. */
  private Set<String> endsOf(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      Set<String> ends = endings.apply(each.getName());
      if (!ends.isEmpty()) {
        return ends;
      }
    }
    return Set.of();
  }

  private static boolean declaresAny(Class<?> type, Set<String> ends) {
    try {
      for (Method method : type.getDeclaredMethods()) {
        for (String end : ends) {
          boolean isFree = end.endsWith("()");
          String name = end.substring(0, end.indexOf('('));
          if (method.getName().equals(name) && (!isFree || method.getParameterCount() == 0)) {
            return true;
          }
        }
      }
      return false;
    } catch (LinkageError incomplete) {
      return true; // to be woven, if it can be
    }
  }

  private void closed(@Nullable Object self) {
    if (self != null) {
      resources.closed(self);
    }
  }
}
