package dev.rollcall.gate;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.analysis.finding.Ownership;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An earlier report: what it has is known, and only the rest counts. Leaks that nothing but their
 * number is known of are never known.
 *
 * @param grown whether a known group that has grown counts, all of it
 */
public record Baseline(Report earlier, boolean grown) {

  /** The report with what is known set apart. */
  public Report apply(Report report) {
    Findings findings = report.findings();
    Map<Key, Long> before = Key.counts(earlier.findings());
    Map<Key, Long> now = Key.counts(findings);
    Predicate<Key> isKnown =
        key ->
            before.containsKey(key)
                && (!grown || now.getOrDefault(key, 0L) <= before.getOrDefault(key, 0L));
    Known known =
        new Known(
            Ownership.among(leaks(findings, isKnown).toList()),
            misuses(findings, isKnown).toList(),
            before);
    Predicate<Key> counts = isKnown.negate();
    List<LeakFinding> leaks = leaks(findings, counts).toList();
    List<MisuseFinding> misuses = misuses(findings, counts).toList();
    return new Report(Parts.keep(findings, leaks, misuses), report.suppressions(), known);
  }

  private static Stream<LeakFinding> leaks(Findings findings, Predicate<Key> wanted) {
    return findings.groups().stream().filter(group -> wanted.test(Key.of(group)));
  }

  private static Stream<MisuseFinding> misuses(Findings findings, Predicate<Key> wanted) {
    return findings.misuses().stream().filter(group -> wanted.test(Key.of(group)));
  }
}
