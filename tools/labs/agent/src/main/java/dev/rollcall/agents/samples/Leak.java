package dev.rollcall.agents.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A group of a report at exit.
 *
 * @param count how many leaked
 * @param type of what
 * @param place the first frame of the program's own code
 */
record Leak(int count, String type, String place) {
  private static final Pattern GROUP = Pattern.compile("LEAK: (\\d+) x ([^ ,]+), .*");
  private static final Pattern FRAME = Pattern.compile(" {8}(\\S+\\([^)]*\\)).*");

  /** Frames of what a program calls to open something. */
  private static final Pattern CALLED =
      Pattern.compile("(java|jdk|sun|org\\.h2|com\\.zaxxer)\\..*");

  private static final Pattern TOTAL = Pattern.compile("LEAK: (\\d+) of [\\d,]+ registered .*");

  /** Those of a report. */
  static List<Leak> in(String report) {
    List<Leak> leaks = new ArrayList<>();
    int count = 0;
    String type = "";
    for (String line : report.lines().toList()) {
      Matcher group = GROUP.matcher(line);
      if (group.matches()) {
        count = Integer.parseInt(group.group(1));
        type = group.group(2);
      }
      Matcher frame = FRAME.matcher(line);
      if (count > 0 && frame.matches() && !CALLED.matcher(frame.group(1)).matches()) {
        leaks.add(new Leak(count, type, frame.group(1).replaceAll("^.*/", "")));
        count = 0;
      }
    }
    return leaks;
  }

  /** How many leaked by the first line, those that others own included; 0 without one. */
  static int total(String report) {
    Matcher total = TOTAL.matcher(report.lines().findFirst().orElse(""));
    return total.matches() ? Integer.parseInt(total.group(1)) : 0;
  }

  @Override
  public String toString() {
    return count + " x " + type + " at " + place;
  }
}
