package dev.rollcall.testing;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakReport;
import java.util.ArrayList;
import java.util.List;

/** A program that needs Rollcall, slf4j-api and {@code java.base}, and leaks two resources. */
public final class Alone {
  private static final List<Object> HELD = new ArrayList<>();

  private Alone() {}

  /**
   * Registers, retains, releases, misuses, checks, and ends with two leaks; with an argument it
   * only looks at the checker, or uses one apart from it.
   */
  public static void main(String... arguments) {
    LeakChecker checker = LeakChecker.global();
    if (arguments.length > 0) {
      if (arguments[0].equals("apart")) {
        new Buffer(LeakChecker.builder().build()).release();
      }
      return;
    }
    Object leaked = new Object();
    HELD.add(leaked);
    checker.register(leaked, "a plain one");
    Object released = new Object();
    checker.register(released);
    checker.retained(released, 2);
    checker.touch(released, "a note");
    checker.released(released, 1);
    checker.unregister(released);
    // At once: what ends later may take its place among the ended that are remembered.
    try {
      checker.unregister(released);
    } catch (IllegalStateException expected) {
      System.out.println("misuse: " + expected.getMessage());
    }
    Buffer buffer = new Buffer(checker);
    HELD.add(buffer);
    buffer.retain();
    buffer.touch("a note");
    buffer.release();
    new Buffer(checker).release();
    LeakReport report = checker.check();
    System.out.println(report.headline());
    System.out.println("jfr: " + ModuleLayer.boot().findModule("jdk.jfr").isPresent());
  }
}
