package dev.rollcall.internal.outside;

import java.util.function.Supplier;

/**
 * What an agent watches, and what it does not: every report says so, for what is not watched is
 * never in it.
 */
public final class Coverage {
  /** The label by which recordings tell what an agent watches. */
  public static final String LABEL = "agent";

  private static volatile Supplier<String> words = () -> "";

  private Coverage() {}

  /** Has reports say this. */
  public static void is(Supplier<String> said) {
    words = said;
  }

  /** A sentence or two, without the last full stop; empty where there is no agent. */
  public static String words() {
    return words.get();
  }
}
