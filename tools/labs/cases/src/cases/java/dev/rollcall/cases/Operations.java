package dev.rollcall.cases;

import java.util.ArrayList;
import java.util.List;

/**
 * What a program does, one after the other: the operations that go wrong and, where its first
 * argument is {@code beside}, two healthy ones after each. The second is {@code agent} where the
 * agent watches.
 */
final class Operations {
  private static final int HEALTHY = 2;

  private Operations() {}

  /** For each operation whether it is one that goes wrong, of which there are so many. */
  static List<Boolean> of(String[] args, int wrong) {
    boolean beside = args[0].equals("beside");
    if (!beside && !args[0].equals("alone")) {
      throw new IllegalArgumentException("The first argument is to be alone or beside.");
    }
    List<Boolean> operations = new ArrayList<>();
    for (int i = 0; i < wrong; i++) {
      operations.add(true);
      for (int healthy = 0; beside && healthy < HEALTHY; healthy++) {
        operations.add(false);
      }
    }
    return operations;
  }

  /** Whether the agent watches, so that the program registers nothing. */
  static boolean areWatched(String[] args) {
    return args.length > 1 && args[1].equals("agent");
  }
}
