package dev.rollcall.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What findings have to pass before they count.
 *
 * @param rules which leaks are wanted
 * @param baseline the report whose groups are known; null for none
 * @param grown whether known groups that have grown count
 */
public record Gate(List<Rule> rules, @Nullable Report baseline, boolean grown) {
  public Gate {
    rules = List.copyOf(rules);
  }

  /** The report with everything set apart that does not count. */
  public Report apply(Report report) {
    Report left = Suppressions.apply(report, rules);
    return baseline == null ? left : new Baseline(baseline, grown).apply(left);
  }

  /** The rules that suppressed nothing of a report that has passed. */
  public List<Rule> unused(Report report) {
    return report.suppressions().stream()
        .filter(suppressed -> suppressed.resources() == 0)
        .map(Suppressed::rule)
        .filter(rules::contains)
        .toList();
  }
}
