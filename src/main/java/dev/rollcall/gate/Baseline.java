package dev.rollcall.gate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

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
 * number is known of are never known. Those that are not followed may be of any site: they are
 * known only while there are no more of them, or of their type, than the earlier report has.
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
    Map<String, Long> typesBefore = countsByType(earlier.findings());
    Map<String, Long> typesNow = countsByType(findings);
    Predicate<LeakFinding> isKnownLeak =
        group -> {
          Key key = Key.of(group);
          return isKnown.test(key)
              && (!group.isUnplaced()
                  || group.count() <= before.getOrDefault(key, 0L)
                  || typesNow.getOrDefault(group.type(), 0L)
                      <= typesBefore.getOrDefault(group.type(), 0L));
        };
    Known known =
        new Known(
            Ownership.among(findings.groups().stream().filter(isKnownLeak).toList()),
            misuses(findings, isKnown).toList(),
            before);
    List<LeakFinding> leaks = findings.groups().stream().filter(isKnownLeak.negate()).toList();
    List<MisuseFinding> misuses = misuses(findings, isKnown.negate()).toList();
    return new Report(Parts.keep(findings, leaks, misuses), report.suppressions(), known);
  }

  private static Map<String, Long> countsByType(Findings findings) {
    return findings.groups().stream()
        .collect(groupingBy(LeakFinding::type, summingLong(LeakFinding::count)));
  }

  private static Stream<MisuseFinding> misuses(Findings findings, Predicate<Key> wanted) {
    return findings.misuses().stream().filter(group -> wanted.test(Key.of(group)));
  }
}
