package dev.rollcall.ends;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program said of its leaks at exit: on standard error, or in the file for the report.
 *
 * @param registered how many were registered, as the headline says; -1 if there is none
 */
record ExitText(State state, long registered, String why) {
  private static final String LEAKED = "dev.rollcall.ends.program.Leaked";
  private static final Pattern HEADLINE =
      Pattern.compile("LEAK: ([0-9,]+) of ([0-9,]+) registered resources? w.* never released");
  private static final Pattern GROUP = Pattern.compile("(?m)^LEAK: ([0-9,]+) x ([^\\s,]+)(.*)$");

  /** A line of what is said without memory: how many leaked of how many of a type. */
  private static final Pattern COUNT =
      Pattern.compile("(?m)^    ([0-9,]+) of [0-9,]+ (dev[.]rollcall[.][^\\s,]+)$");

  /** One of the lines that end a report. */
  private static final Pattern LAST =
      Pattern.compile(
          "(?m)^(The whole life of each |To see the whole life of each, |A flight rec)");

  /** How much was said. */
  enum State {
    /** All of it. */
    WHOLE("whole"),
    /** Only how many leaked, and of which types. */
    COUNTS("counts only"),
    /** Nothing. */
    NONE("none"),
    /** Something that is not true, or half of the truth. */
    WRONG("wrong");

    final String word;

    State(String word) {
      this.word = word;
    }
  }

  /** Judges a text; so many leaked. */
  static ExitText of(String text, long leaked) {
    Matcher headline = HEADLINE.matcher(text);
    boolean headed = headline.find();
    long registered = headed ? number(headline.group(2)) : -1;
    long named = 0;
    Matcher full = GROUP.matcher(text);
    Matcher group = full.find() ? full.reset() : COUNT.matcher(text);
    while (group.find()) {
      if (!group.group(2).equals(LEAKED)) {
        return new ExitText(
            State.WRONG, registered, "it calls leaked what is not: " + group.group());
      }
      named += number(group.group(1));
    }
    if (!headed && named == 0) {
      return new ExitText(State.NONE, registered, "");
    }
    if (headed && number(headline.group(1)) != leaked) {
      return new ExitText(State.WRONG, registered, "it says: " + headline.group());
    }
    if (named != leaked) {
      return new ExitText(
          State.WRONG, registered, "its groups have %d of %d".formatted(named, leaked));
    }
    boolean whole = headed && text.contains("    registered at") && LAST.matcher(text).find();
    return new ExitText(whole ? State.WHOLE : State.COUNTS, registered, "");
  }

  private static long number(String text) {
    return Long.parseLong(text.replace(",", ""));
  }

  @Override
  public String toString() {
    return why.isEmpty() ? state.word : state.word + ": " + why;
  }
}
