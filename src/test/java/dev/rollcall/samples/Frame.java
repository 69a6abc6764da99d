package dev.rollcall.samples;

import dev.rollcall.LeakChecker;
import dev.rollcall.RefCounted;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A resource of the samples, held so that no collection has a say. */
public class Frame extends RefCounted {
  private static final List<Frame> HELD = new CopyOnWriteArrayList<>();

  private final LeakChecker checker;

  /** A frame that the global checker watches. */
  public Frame() {
    this(LeakChecker.global());
  }

  /** A frame that a checker watches. */
  @SuppressWarnings("this-escape") // the last step of the construction
  public Frame(LeakChecker checker) {
    this.checker = checker;
    HELD.add(this);
    register();
  }

  @Override
  protected LeakChecker leakChecker() {
    return checker;
  }

  @Override
  protected void destroy() {
    HELD.remove(this);
  }

  /** A frame of a type of its own. */
  public static final class Cached extends Frame {}
}
