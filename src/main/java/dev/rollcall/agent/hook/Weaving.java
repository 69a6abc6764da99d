package dev.rollcall.agent.hook;

import dev.rollcall.agent.weave.Point;
import java.util.List;

/** Weaves classes that are loaded already, where only a running program shows which. */
public interface Weaving {
  /**
   * Weaves a class, unless it has these points. Whoever calls it may go on: a class that cannot be
   * woven is left alone.
   *
   * @param kind names the points: a class is woven once for each kind
   */
  void weave(Class<?> type, String kind, List<Point> points);

  /** Whether a class was woven for a kind. */
  boolean isWoven(Class<?> type, String kind);

  /**
   * Whether a constructor leaves its work to another one of its class.
   *
   * @param descriptor the constructor's
   */
  boolean isDelegating(Class<?> type, String descriptor);

  /** Says that a class is not watched, and why. */
  void leaveOut(String className, String why);
}
