package dev.rollcall.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.gate.MalformedRuleException;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.Rule;
import dev.rollcall.gate.RuleFile;
import dev.rollcall.gate.Suppressions;
import java.util.List;

/**
 * Any text as a suppressions file. It is refused in a sentence, or its rules mean what they say
 * when they are written again; with them no leak is lost: what does not count any more was taken by
 * a rule.
 */
public final class SuppressionsTarget {
  private static final Report REPORT = Reports.leaky();

  private SuppressionsTarget() {}

  public static void fuzzerTestOneInput(byte[] bytes) {
    Must.beQuick(() -> check(new String(bytes, UTF_8)));
  }

  private static void check(String text) {
    List<Rule> rules;
    try {
      rules = RuleFile.parse("rules", text);
    } catch (MalformedRuleException e) {
      Must.beSentence(e.getMessage());
      return;
    }
    for (Rule rule : rules) {
      Must.hold(again(rule).words().equals(rule.words()), () -> "not read back: " + rule);
    }
    Report left = Suppressions.apply(REPORT, rules);
    Must.hold(
        left.leaked() == REPORT.leaked()
            && left.findings().totals().leaked() + left.suppressed() == REPORT.leaked(),
        () -> "a leak is lost");
  }

  private static Rule again(Rule rule) {
    try {
      return RuleFile.parse("again", rule.words() + " \"" + rule.reason() + '"').get(0);
    } catch (MalformedRuleException e) {
      throw new AssertionError(rule.toString(), e);
    }
  }
}
