package dev.rollcall.report;

import dev.rollcall.common.Paragraph;
import java.util.List;

/** The lines of a report, none wider than asked for unless a name or a frame is. */
final class Page {
  private static final String HANGING = " ".repeat(4);

  private final StringBuilder out;
  private final int columns;

  /** A page of its own. */
  Page(int columns) {
    this(new StringBuilder(), columns);
  }

  /** A part of some text. */
  Page(StringBuilder out, int columns) {
    this.out = out;
    this.columns = columns;
  }

  int columns() {
    return columns;
  }

  /** A line as it is. */
  void line(String line) {
    out.append(line).append('\n');
  }

  /** An empty line. */
  void gap() {
    line("");
  }

  /** A sentence whose further lines stand a little deeper than the first. */
  void sentence(String lead, String text) {
    String indent = lead.substring(0, lead.length() - lead.stripLeading().length());
    sentence(lead, text, indent + HANGING);
  }

  /** A sentence whose further lines begin with {@code hanging}. */
  void sentence(String lead, String text, String hanging) {
    Paragraph.of(lead, text, hanging, columns).forEach(this::line);
  }

  /** Parts of a sentence, in one line if they fit, else each in a line of its own. */
  void parts(String lead, List<String> parts) {
    String whole = String.join(", ", parts);
    if (lead.length() + whole.length() <= columns) {
      line(lead + whole);
      return;
    }
    sentence(lead, parts.get(0));
    parts.stream().skip(1).forEach(part -> sentence(" ".repeat(lead.length()), part));
  }

  /** A sentence and the command that it ends with, which stays whole. */
  void command(String sentence, String command) {
    if (sentence.length() + 1 + command.length() <= columns) {
      line(sentence + ' ' + command);
    } else {
      sentence("", sentence);
      line(HANGING + command);
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
