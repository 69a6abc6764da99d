package dev.rollcall.cli.option;

import java.io.Console;

/** Whether a person watches stderr. */
public final class Terminal {
  /** Set by the launcher, which can ask the system; Java cannot ask about stderr. */
  private static final String PROPERTY = "rollcall.terminal";

  private Terminal() {}

  @SuppressWarnings("SystemConsoleNull") // before JDK 22 it is null where there is no terminal
  public static boolean isWatched() {
    String set = System.getProperty(PROPERTY);
    if (set != null) {
      return Boolean.parseBoolean(set);
    }
    Console console = System.console();
    return console != null && isTerminal(console);
  }

  /** From JDK 22 on there is a console also where there is no terminal. */
  private static boolean isTerminal(Console console) {
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException before22) {
      return true;
    }
  }
}
