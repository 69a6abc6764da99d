package dev.rollcall.report;

import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;
import dev.rollcall.gate.Key;
import dev.rollcall.gate.Known;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.Suppressed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a report has and does not count, shortly: what a baseline knows, and what rules suppress.
 */
final class NotCounted {
  private static final int MAX_GROUPS = 20;
  private static final int LEAST_REASON = 20;
  private static final String NUMBERS = "  %9s  %6s  ";

  private NotCounted() {}

  /** For the headline: how much is not counted; empty where everything is. */
  static String headline(Report report) {
    Known known = report.known();
    StringBuilder out = new StringBuilder();
    if (report.suppressed() > 0) {
      out.append(String.format(Locale.ROOT, "; %,d suppressed", report.suppressed()));
    }
    if (known != null && known.leaked() > 0) {
      out.append(String.format(Locale.ROOT, "; %,d known from the baseline", known.leaked()));
    }
    if (known != null && known.misused() > 0) {
      out.append("; ")
          .append(Words.count(known.misused(), "misuse"))
          .append(" known from the baseline");
    }
    return out.toString();
  }

  static void known(Page page, Report report) {
    Known known = report.known();
    if (known == null || (known.leaks().isEmpty() && known.misuses().isEmpty())) {
      return;
    }
    List<String> lines = new ArrayList<>();
    for (LeakFinding group : known.leaks()) {
      String name = Printable.of(group.type()) + ", group " + Printable.of(group.fingerprint());
      lines.add(line(group.count(), name, known.before(Key.of(group))));
    }
    for (MisuseFinding group : known.misuses()) {
      String name = Printable.of(group.kind()) + " of " + Printable.of(group.type());
      lines.add(line(group.count(), name, known.before(Key.of(group))));
    }
    page.gap();
    page.line("Known from the baseline (not counted):");
    lines.stream().limit(MAX_GROUPS).forEach(line -> page.sentence("  ", line));
    if (lines.size() > MAX_GROUPS) {
      page.sentence(
          "  ",
          "and "
              + Words.count(lines.size() - MAX_GROUPS, "more group")
              + " (--format json lists all)");
    }
  }

  private static String line(long count, String name, long before) {
    return String.format(Locale.ROOT, "%,d x %s (baseline: %,d)", count, name, before);
  }

  /** The table of the rules that were used. */
  static void suppressed(Page page, Report report) {
    List<Suppressed> used =
        report.suppressions().stream().filter(rule -> rule.resources() > 0).toList();
    if (used.isEmpty()) {
      return;
    }
    page.gap();
    page.sentence(
        "",
        String.format(
            Locale.ROOT,
            "Suppressed (not counted): %s, by %s",
            Words.count(report.suppressed(), "leaked resource"),
            Words.count(used.size(), "rule")));
    int longest =
        Stream.concat(Stream.of("rule"), used.stream().map(NotCounted::rule))
            .mapToInt(String::length)
            .max()
            .orElseThrow();
    int width = Math.min(longest, page.columns() / 2);
    page.line(String.format(NUMBERS, "resources", "groups") + padded("rule", width) + "reason");
    for (Suppressed rule : used) {
      row(page, rule, width);
    }
  }

  /** A reason that has little room beside its rule stands below it. */
  private static void row(Page page, Suppressed suppressed, int width) {
    String numbers =
        String.format(
            NUMBERS,
            String.format(Locale.ROOT, "%,d", suppressed.resources()),
            String.format(Locale.ROOT, "%,d", suppressed.groups()));
    String rule = rule(suppressed);
    String reason = Printable.of(suppressed.rule().reason());
    String lead = numbers + padded(rule, width);
    if (lead.length() + Math.min(reason.length(), LEAST_REASON) <= page.columns()) {
      page.sentence(lead, reason, " ".repeat(lead.length()));
    } else {
      String indent = " ".repeat(numbers.length());
      page.sentence(numbers, rule, indent);
      page.sentence(indent, reason, indent);
    }
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()) + 2);
  }

  private static String rule(Suppressed suppressed) {
    return Printable.of(suppressed.rule().place() + " " + suppressed.rule().words());
  }
}
