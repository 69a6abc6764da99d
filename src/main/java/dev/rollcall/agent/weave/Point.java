package dev.rollcall.agent.weave;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a class at which a hook is called.
 *
 * @param member the name and descriptor of the method, as {@code close()V}, with a star for
 *     whatever comes between its beginning and its end; for {@link Moment#WRITE} the name of the
 *     field
 * @param value what the hook gets beside the object
 * @param hook its number
 * @param need the class is left alone as a whole where none of the points with this need is there;
 *     empty for a point that may be missing
 */
public record Point(String member, Moment moment, Value value, int hook, String need) {

  // Each is made once. What a record has of its own would cost the start of every program.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /** Whether it is in a method. */
  boolean isAt(String method) {
    int star = member.indexOf('*');
    return star < 0
        ? method.equals(member)
        : method.startsWith(member.substring(0, star))
            && method.endsWith(member.substring(star + 1));
  }

  /**
   * What a hook gets beside the object whose method it is in.
   *
   * @param isTop whether it is what the method ends with: its result, or what it throws
   * @param arguments else the arguments, by their number from 0: none for null, one for itself,
   *     several for an array of them
   * @param selfField the field, as {@code name:descriptor}, in which the object has the one that
   *     the hook is to get in its place; empty for the object itself
   */
  public record Value(boolean isTop, List<Integer> arguments, String selfField) {
    /** Nothing. */
    public static final Value NONE = new Value(false, List.of(), "");

    /** What the method returns or throws. */
    public static final Value TOP = new Value(true, List.of(), "");

    public Value {
      arguments = List.copyOf(arguments);
    }

    /** One argument, or several in an array. */
    public static Value arguments(Integer... numbers) {
      return new Value(false, List.of(numbers), "");
    }
  }
}
