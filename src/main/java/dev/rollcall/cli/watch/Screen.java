package dev.rollcall.cli.watch;

import java.util.List;

/**
 * Part of a terminal whose lines are written over by the next, by the standard's control sequences
 * (ECMA-48), which every terminal of today obeys. What is longer than a line, as after the terminal
 * has become narrower, is cut off and does not go on in the next, where it would stay.
 */
public final class Screen {
  private static final String CSI = "\u001b[";

  /** Before the text: behind one that fills the line it would take the last character away. */
  private static final String EMPTY_LINE = CSI + "K";

  private static final String REST_OF_SCREEN = CSI + "J";
  private static final String BOLD = CSI + "1m";
  private static final String PLAIN = CSI + "0m";
  private static final String CUT = CSI + "?7l";
  private static final String WRAP = CSI + "?7h";

  private final boolean coloured;
  private int shown;

  /** {@code coloured}: whether anything but text may be shown. */
  public Screen(boolean coloured) {
    this.coloured = coloured;
  }

  /** What shows some lines in the place of those before. */
  public String show(List<String> lines) {
    StringBuilder out = new StringBuilder(CUT);
    if (shown > 0) {
      out.append(CSI).append(shown).append("A\r");
    }
    for (int i = 0; i < lines.size(); i++) {
      boolean bold = coloured && i == 1; // the headings
      out.append(EMPTY_LINE);
      out.append(bold ? BOLD : "").append(lines.get(i)).append(bold ? PLAIN : "").append('\n');
    }
    shown = lines.size();
    return out.append(REST_OF_SCREEN).append(WRAP).toString();
  }
}
