package dev.rollcall.testing;

import dev.rollcall.LeakChecker;
import java.util.ArrayList;
import java.util.List;

/** A program that leaks two large regions at one place and five small ones at another. */
public final class Regions {
  private static final List<Object> HELD = new ArrayList<>();

  private Regions() {}

  /** What is large. */
  public static final class Large {}

  /** What is small. */
  public static final class Small {}

  private static void map(Object region, long bytes) {
    HELD.add(region);
    LeakChecker.global().register(region, "a region", null, bytes);
  }

  /** Leaks them. */
  public static void main(String... arguments) {
    for (int i = 0; i < 2; i++) {
      map(new Large(), 6 << 20);
    }
    for (int i = 0; i < 5; i++) {
      map(new Small(), 1_000);
    }
    Object unsaid = new Object();
    HELD.add(unsaid);
    LeakChecker.global().register(unsaid);
  }
}
