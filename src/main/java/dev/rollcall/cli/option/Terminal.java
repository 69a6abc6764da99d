package dev.rollcall.cli.option;

import dev.rollcall.common.Paragraph;
import java.io.Console;

/** Whether a person watches stderr, and how wide stdout is. */
public final class Terminal {
  /** Set by the launcher, which can ask the system; Java cannot ask about stderr. */
  private static final String PROPERTY = "rollcall.terminal";

  /** Set by the launcher where stdout is a terminal: how many columns that has. */
  private static final String COLUMNS = "rollcall.columns";

  /** Set by the launcher where stdout is a terminal: how many lines that has. */
  private static final String LINES = "rollcall.lines";

  /** As many as terminals have that do not say. */
  private static final int MOST_LINES = 24;

  /** Nothing can be read that has less room than this. */
  private static final int NARROWEST = 40;

  private Terminal() {}

  /** How many columns a line on stdout has. */
  public static int columns() {
    int columns = Integer.getInteger(COLUMNS, Paragraph.COLUMNS);
    return Math.max(NARROWEST, columns);
  }

  /** How many lines are seen at once on stdout, if it is a terminal. */
  public static int lines() {
    return Integer.getInteger(LINES, MOST_LINES);
  }

  /** Whether a person sees stdout, on a terminal that can write over what is there. */
  public static boolean isShown() {
    return !"dumb".equals(System.getenv("TERM")) && isOut();
  }

  /** Whether stdout is a terminal. */
  public static boolean isOut() {
    return Integer.getInteger(COLUMNS) != null
        || (System.getProperty(PROPERTY) == null && isWatched());
  }

  /** Whether it may be coloured, too: see no-color.org. */
  public static boolean isColoured() {
    String no = System.getenv("NO_COLOR");
    return no == null || no.isEmpty();
  }

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
