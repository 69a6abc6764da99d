package dev.rollcall.gate;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.source.NamedFrames;
import dev.rollcall.analysis.source.SourceFiles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to report.
 *
 * @param findings what counts; its totals have neither the suppressed nor the known
 * @param suppressions the rules that were given, also those that suppressed nothing, and what they
 *     took
 * @param known what a baseline knows already; null where no baseline was given
 * @param shown what of it is listed
 */
public record Report(
    Findings findings, List<Suppressed> suppressions, @Nullable Known known, Shown shown) {
  public Report {
    suppressions = List.copyOf(suppressions);
  }

  /** A report that lists everything. */
  public Report(Findings findings, List<Suppressed> suppressions, @Nullable Known known) {
    this(findings, suppressions, known, Shown.ALL);
  }

  /** A report of findings that all count. */
  public static Report of(Findings findings) {
    return new Report(findings, List.of(), null);
  }

  /** The same report, whose frames name their source files as far as these are known. */
  public Report withFiles(SourceFiles files) {
    return new Report(new NamedFrames(files).of(findings), suppressions, known, shown);
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

  /** All misuses, whether they count or not. */
  public long misused() {
    return findings.totals().misused() + (known == null ? 0 : known.misused());
  }
}
