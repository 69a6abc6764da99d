package dev.rollcall.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a suppressions file: one rule a line, {@code KIND PATTERN [held|lost] "reason"}.
 * Blank lines, and lines that begin with {@code #}, say nothing.
 */
public final class RuleFile {
  private static final Pattern LINE =
      Pattern.compile("([^\"]*+)(?:\"([^\"]*+)\"(.*+))?+", Pattern.DOTALL);

  private RuleFile() {}

  /** The rules, in order; {@code file} is the name they are known by. */
  public static List<Rule> parse(String file, String text) throws MalformedRuleException {
    List<Rule> rules = new ArrayList<>();
    int number = 0;
    // Some editors begin a file with a byte order mark.
    for (String line : text.replaceFirst("^\\ufeff", "").lines().toList()) {
      number++;
      String rule = line.strip();
      if (!rule.isEmpty() && !rule.startsWith("#")) {
        rules.add(rule(file, number, rule));
      }
    }
    return List.copyOf(rules);
  }

  private static Rule rule(String file, int number, String line) throws MalformedRuleException {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new MalformedRuleException(file, number, "the reason has no closing quote");
    }
    String[] words = matcher.group(1).strip().split("\\s+", -1);
    Rule.Kind kind = kind(words[0]);
    if (kind == null) {
      throw new MalformedRuleException(file, number, "unknown kind of rule '" + words[0] + "'");
    }
    if (words.length < 2) {
      throw new MalformedRuleException(file, number, "the pattern is missing");
    }
    Rule.Part only = words.length > 2 ? part(words[2]) : null;
    if (words.length > (only == null ? 2 : 3)) {
      String word = words[only == null ? 2 : 3];
      throw new MalformedRuleException(
          file, number, "unexpected '" + word + "' (put the reason in double quotes)");
    }
    String reason = matcher.group(2);
    if (reason == null || reason.isBlank()) {
      throw new MalformedRuleException(file, number, "the reason is missing");
    }
    String rest = matcher.group(3).strip();
    if (!rest.isEmpty()) {
      throw new MalformedRuleException(file, number, "unexpected '" + rest + "' after the reason");
    }
    return new Rule(file, number, kind, words[1], only, reason.strip());
  }

  private static Rule.@Nullable Kind kind(String word) {
    for (Rule.Kind kind : Rule.Kind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    return null;
  }

  private static Rule.@Nullable Part part(String word) {
    for (Rule.Part part : Rule.Part.values()) {
      if (part.word().equals(word)) {
        return part;
      }
    }
    return null;
  }
}
