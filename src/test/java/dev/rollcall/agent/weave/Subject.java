package dev.rollcall.agent.weave;

import java.util.List;

/** What the tests of the weaver weave; written without what old class files do not have. */
public class Subject {
  final String name;
  Object made = "";
  boolean isDone;

  /** Fails where there is no name. */
  public Subject(String name, long size, double share, Object other) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException();
    }
    this.name = name;
    isDone = size < 0 || share < 0 || other == this;
  }

  /** Leaves its work to another one. */
  public Subject() {
    this("none", 1, 2, "other");
  }

  /** The same, with objects of its own class among the arguments. */
  public Subject(boolean isFirst) {
    this("made", 1, 2, isFirst ? new Subject() : new Subject("x", 3, 4, "y"));
  }

  /** Makes another object, and leaves nothing to another constructor. */
  public Subject(int depth) {
    name = "deep";
    if (depth > 0) {
      made = new Subject(depth - 1);
    }
  }

  /** With arguments that take two places each. */
  public static String join(long first, String second, double third, List<String> fourth) {
    return first < 0 || third < 0 ? second : fourth.get(0);
  }

  /** Returns in many places, from a switch, a loop and a branch. */
  @SuppressWarnings("StatementSwitchToExpressionSwitch") // each case is to return by itself
  public long wide(int key) {
    switch (key) {
      case 0:
        return 10;
      case 1:
        return 11;
      case 2:
      case 3:
        return 12;
      case 1_000_000:
        return 13;
      default:
        break;
    }
    for (int i = 0; i < key; i++) {
      if (i == 7) {
        return 14;
      }
    }
    return 15;
  }

  /** With handlers of its own. */
  public String guarded(Runnable work) {
    try {
      work.run();
      return "ran";
    } catch (IllegalStateException e) {
      return "caught";
    } finally {
      made = "finally";
    }
  }

  /** Holds its monitor. */
  public synchronized int locked(Object argument, Runnable work) {
    work.run();
    return argument.hashCode();
  }

  /** Writes the field. */
  public void finish() {
    isDone = true;
  }

  /** Never returns. */
  public void fail() {
    throw new IllegalStateException("fail");
  }

  /** What is the field's value. */
  public boolean isDone() {
    return isDone;
  }

  /** Ends it. */
  public void close() {
    made = "closed";
  }
}
