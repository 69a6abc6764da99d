package dev.rollcall.linearizability;

import java.util.concurrent.TimeUnit;
import org.jetbrains.lincheck.LincheckAssertionError;

/** Looks for calls whose results no sequential order explains. */
public final class Linearizability {
  private Linearizability() {}

  /** Checks the runtime, in the extent named; exits with 1 if something is wrong. */
  public static void main(String[] args) {
    Extent extent = args[0].equals("short") ? Extent.SHORT : Extent.FULL;
    boolean right = true;
    for (Subject subject : Subject.ALL) {
      for (Strategy strategy : subject.strategies()) {
        right &= isLinearizable(subject, strategy, extent);
      }
    }
    System.exit(right ? 0 : 1);
  }

  private static boolean isLinearizable(Subject subject, Strategy strategy, Extent extent) {
    String name = subject.operations().getSimpleName() + ", " + strategy.words;
    long start = System.nanoTime();
    try {
      strategy.check(subject, extent);
    } catch (LincheckAssertionError found) {
      System.out.println(name + ": " + found.getMessage());
      return false;
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    System.out.println(name + ": linearizable (" + seconds + " s)");
    return true;
  }
}
