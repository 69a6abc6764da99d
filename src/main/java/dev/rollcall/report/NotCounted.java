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

  static void known(StringBuilder out, Report report) {
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
    out.append("\nKnown from the baseline (not counted):\n");
    lines.stream().limit(MAX_GROUPS).forEach(out::append);
    if (lines.size() > MAX_GROUPS) {
      out.append("  and ")
          .append(Words.count(lines.size() - MAX_GROUPS, "more group"))
          .append(" (--format json lists all)\n");
    }
  }

  private static String line(long count, String name, long before) {
    return String.format(Locale.ROOT, "  %,d x %s (baseline: %,d)\n", count, name, before);
  }

  /** The table of the rules that were used. */
  static void suppressed(StringBuilder out, Report report) {
    List<Suppressed> used =
        report.suppressions().stream().filter(rule -> rule.resources() > 0).toList();
    if (used.isEmpty()) {
      return;
    }
    out.append(
        String.format(
            Locale.ROOT,
            "\nSuppressed (not counted): %s, by %s\n",
            Words.count(report.suppressed(), "leaked resource"),
            Words.count(used.size(), "rule")));
    int width =
        Stream.concat(Stream.of("rule"), used.stream().map(NotCounted::rule))
            .mapToInt(String::length)
            .max()
            .orElseThrow();
    String row = "  %9s  %6s  %-" + width + "s  %s\n";
    out.append(String.format(row, "resources", "groups", "rule", "reason"));
    for (Suppressed rule : used) {
      out.append(
          String.format(
              row,
              String.format(Locale.ROOT, "%,d", rule.resources()),
              String.format(Locale.ROOT, "%,d", rule.groups()),
              rule(rule),
              Printable.of(rule.rule().reason())));
    }
  }

  private static String rule(Suppressed suppressed) {
    return Printable.of(suppressed.rule().place() + " " + suppressed.rule().words());
  }
}
