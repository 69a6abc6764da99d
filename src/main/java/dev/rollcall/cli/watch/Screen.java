package dev.rollcall.cli.watch;

import java.util.List;

/**
 * Part of a terminal whose lines are written over by the next, by the standard's control sequences
 * (ECMA-48), which every terminal of today obeys.
 */
public final class Screen {
  private static final String CSI = "\u001b[";
  private static final String END_OF_LINE = CSI + "K\n";
  private static final String REST_OF_SCREEN = CSI + "J";
  private static final String BOLD = CSI + "1m";
  private static final String PLAIN = CSI + "0m";

  private final boolean coloured;
  private int shown;

  /** {@code coloured}: whether anything but text may be shown. */
  public Screen(boolean coloured) {
    this.coloured = coloured;
  }

  /** What shows some lines in the place of those before. */
  public String show(List<String> lines) {
    StringBuilder out = new StringBuilder();
    if (shown > 0) {
      out.append(CSI).append(shown).append("A\r");
    }
    for (int i = 0; i < lines.size(); i++) {
      boolean bold = coloured && i == 1; // the headings
      out.append(bold ? BOLD : "").append(lines.get(i)).append(bold ? PLAIN : "");
      out.append(END_OF_LINE);
    }
    shown = lines.size();
    return out.append(REST_OF_SCREEN).toString();
  }
}
