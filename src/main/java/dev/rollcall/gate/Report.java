package dev.rollcall.gate;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakFinding.By;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.analysis.finding.StillOpen;
import dev.rollcall.analysis.source.NamedFrames;
import dev.rollcall.analysis.source.SourceFiles;
import dev.rollcall.common.Bytes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What there is to report.
 *
 * @param findings what counts; its totals have neither the suppressed nor the known
 * @param suppressions the rules that were given, also those that suppressed nothing, and what they
 *     took
 * @param known what a baseline knows already; null where no baseline was given
 * @param shown what of it is listed
 * @param by what makes a group large: that is told first
 */
public record Report(
    Findings findings, List<Suppressed> suppressions, @Nullable Known known, Shown shown, By by) {
  public Report {
    suppressions = List.copyOf(suppressions);
  }

  /** A report that lists everything, the most numerous first. */
  public Report(Findings findings, List<Suppressed> suppressions, @Nullable Known known) {
    this(findings, suppressions, known, Shown.ALL, By.COUNT);
  }

  /** The same report in another order, which is the last that is asked of it. */
  public Report by(By what) {
    Findings ordered =
        new Findings(
            findings.recordings(),
            findings.totals(),
            findings.groups().stream().sorted(what.largestFirst()).toList(),
            new StillOpen(
                findings.open().groups().stream()
                    .sorted(OpenFinding.mostTellingFirst(what))
                    .toList(),
                findings.open().growth(),
                findings.open().overdue(),
                findings.open().live()),
            findings.misuses(),
            findings.byCollector(),
            findings.settled());
    return new Report(ordered, suppressions, known, shown, what);
  }

  /** A report of findings that all count. */
  public static Report of(Findings findings) {
    return new Report(findings, List.of(), null);
  }

  /** The same report, whose frames name their source files as far as these are known. */
  public Report withFiles(SourceFiles files) {
    return new Report(new NamedFrames(files).of(findings), suppressions, known, shown, by);
  }

  /** The findings that are listed, as if there were no others. */
  public Findings listed() {
    return shown.listed(findings);
  }

  /** Leaked resources that rules suppress. */
  public long suppressed() {
    return suppressions.stream().mapToLong(Suppressed::resources).sum();
  }

  /** Leaked resources of one group that rules suppress. */
  public long suppressed(String fingerprint) {
    return suppressions.stream()
        .mapToLong(rule -> rule.taken().getOrDefault(fingerprint, 0L))
        .sum();
  }

  /** All that leaked, whether it counts or not. */
  public long leaked() {
    return findings.totals().leaked() + suppressed() + (known == null ? 0 : known.leaked());
  }

  /**
   * How many bytes the leaked hold, as far as that is known, whether they count or not; but for
   * those that rules suppress.
   */
  public long bytes() {
    return groups().mapToLong(LeakFinding::bytes).reduce(0, Bytes::plus);
  }

  /** All groups of leaks, whether they count or not; but for what rules suppress. */
  public Stream<LeakFinding> groups() {
    return Stream.concat(
        findings.groups().stream(), known == null ? Stream.of() : known.leaks().stream());
  }

  /** All misuses, whether they count or not. */
  public long misused() {
    return findings.totals().misused() + (known == null ? 0 : known.misused());
  }
}
