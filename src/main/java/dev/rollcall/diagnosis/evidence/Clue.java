package dev.rollcall.diagnosis.evidence;

import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Stop;
import org.jspecify.annotations.Nullable;

/**
 * One thing that speaks against a method.
 *
 * @param feature what kind of evidence it is
 * @param strength from 0 to 1: the share of the lives that it speaks of, less what else explains
 *     them; how much the kind is worth is no part of it
 * @param sign what the sentence needs to say it
 */
public record Clue(Method method, Feature feature, double strength, Sign sign) {

  /** What a sentence says against a method. */
  public sealed interface Sign {}

  /**
   * Healthy siblings were released there, after the same steps.
   *
   * @param last the last step that both have; null where there is none
   * @param release the step that the leaked lack
   */
  public record Unreleased(@Nullable Stop last, Stop release) implements Sign {}

  /** There the healthy siblings went on to {@code next}, after what both did. */
  public record PartedAt(Method last, Method next) implements Sign {}

  /** It used the resource last, or called who did. */
  public record UsedLast() implements Sign {}

  /** Below it so many references were taken and not given back, on average. */
  public record Net(double leaked, double healthy) implements Sign {}

  /** It is the constructor of a class that keeps the resource and has released none. */
  public record Kept() implements Sign {}

  /** After the last step that both have, the healthy siblings went on through it. */
  public record TurnOff(Method shared) implements Sign {}

  /**
   * It made the last step that both have, or called for it; {@code next} is where the healthy
   * siblings came next, and {@code released} whether they were released there.
   */
  public record SeenLast(Method next, boolean released) implements Sign {}

  /** It took a reference that the healthy siblings do not take, and that nobody gave back. */
  public record Extra() implements Sign {}

  /** A reference that was taken in it or below it was not given back. */
  public record Unpaid(boolean registration) implements Sign {}

  /** It was the last to be given the resource. */
  public record Holder(@Nullable String receiver) implements Sign {}

  /** Its class registered the resource, and gives back others there. */
  public record Closer(Method holder) implements Sign {}

  /**
   * An exception came through it after the last step.
   *
   * @param exception its class
   * @param times how often the method is on its stack
   * @param lives of how many leaked ones that is so
   * @param later whether that was in another call
   */
  public record Came(String exception, int times, long lives, boolean later) implements Sign {}

  /**
   * What was found elsewhere than in the ways of the lives, in words.
   *
   * @param beside what is left to say after another sentence on the method
   */
  public record Told(String words, String beside) implements Sign {
    /** What is said alone or not at all. */
    public Told(String words) {
      this(words, "");
    }
  }
}
