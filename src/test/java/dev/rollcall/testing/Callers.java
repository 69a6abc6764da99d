package dev.rollcall.testing;

import dev.rollcall.LeakChecker;
import java.util.ArrayList;
import java.util.List;

/**
 * A program with one mistake and forty ways to it: whoever asks for a session, it is {@link #serve}
 * that forgets to close it.
 */
public final class Callers {
  private static final int WAYS = 40;

  private static final List<Object> HELD = new ArrayList<>();

  private Callers() {}

  /** What is forgotten. */
  private static final class Session {}

  /** Leaks once on each way, and once where nobody else does. */
  public static void main(String... arguments) {
    for (int way = 0; way < WAYS; way++) {
      turn(way, WAYS);
    }
    other();
  }

  private static void turn(int way, int left) {
    if (left == 0) {
      serve(LeakChecker.global());
    } else if (way % 2 == 0) {
      left(way / 2, left / 2);
    } else {
      right(way / 2, left / 2);
    }
  }

  private static void left(int way, int left) {
    turn(way, left);
  }

  private static void right(int way, int left) {
    turn(way, left);
  }

  private static void serve(LeakChecker checker) {
    Session session = new Session();
    HELD.add(session);
    checker.register(session);
  }

  private static void other() {
    Object other = new Object();
    HELD.add(other);
    LeakChecker.global().register(other);
  }
}
