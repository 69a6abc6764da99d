package dev.rollcall.agents.suites;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the headline of the agent's report counts.
 *
 * @param misuses what the report must not have: to close twice is none
 */
record AgentReport(int registered, int leaked, int groups, boolean misuses) {
  private static final Pattern LEAKS =
      Pattern.compile("LEAK: ([\\d,]+) of ([\\d,]+) registered resources?");
  private static final Pattern GROUP = Pattern.compile("in ([\\d,]+) groups?[.]");
  private static final Pattern CLEAN = Pattern.compile("([\\d,]+) registered resources?");

  static AgentReport read(String text) {
    boolean misuses = text.toLowerCase(Locale.ROOT).contains("misuse");
    Matcher leaks = LEAKS.matcher(text);
    if (leaks.find()) {
      Matcher group = GROUP.matcher(text);
      int groups = group.find(leaks.end()) ? number(group.group(1)) : 1;
      return new AgentReport(number(leaks.group(2)), number(leaks.group(1)), groups, misuses);
    }
    Matcher clean = CLEAN.matcher(text);
    return new AgentReport(clean.find() ? number(clean.group(1)) : 0, 0, 0, misuses);
  }

  private static int number(String text) {
    return Integer.parseInt(text.replace(",", ""));
  }
}
