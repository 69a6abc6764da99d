package dev.rollcall.gate.compare;

import dev.rollcall.analysis.finding.CollectorFinding;
import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.ReadRecording;
import dev.rollcall.gate.Known;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.Rule;
import dev.rollcall.gate.Suppressed;
import dev.rollcall.recording.Jvm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reports of many JVMs added up to one. What is counted and who is suspected does not depend on the
 * order of the reports, nor on whether some of them had been added up before. What a baseline knew
 * in one of them counts again: a baseline is a question to a report, not a part of it.
 *
 * @param report all of them
 * @param repeats one sentence for each report that was left out, because an earlier one is of the
 *     same recordings
 */
public record Merge(Report report, List<String> repeats) {
  public Merge {
    repeats = List.copyOf(repeats);
  }

  /**
   * Adds reports up, with so many examples for each group.
   *
   * @throws OverlapException if two reports tell of one JVM and not of the same recordings
   */
  public static Merge of(List<Source> sources, int examples) throws OverlapException {
    List<Report> reports = new ArrayList<>();
    List<String> repeats = new ArrayList<>();
    Map<Set<Object>, Source> seen = new HashMap<>();
    Map<Identity.Origin, Map<Identity.Origin, Source>> owners = new HashMap<>();
    for (Source source : sources) {
      Set<Object> recordings = Identity.recordings(source.report());
      Source same = recordings.isEmpty() ? null : seen.putIfAbsent(recordings, source);
      if (same != null) {
        repeats.add(
            source.name()
                + " covers the same recordings as "
                + same.name()
                + ", so it is left out");
        continue;
      }
      for (Identity.Origin origin : Identity.origins(source.report())) {
        Map<Identity.Origin, Source> near = owners.getOrDefault(origin.unsigned(), Map.of());
        for (Map.Entry<Identity.Origin, Source> other : near.entrySet()) {
          if (origin.mayBe(other.getKey())) {
            throw new OverlapException(other.getValue().name(), source.name(), origin.words());
          }
        }
      }
      for (Identity.Origin origin : Identity.origins(source.report())) {
        owners.computeIfAbsent(origin.unsigned(), o -> new LinkedHashMap<>()).put(origin, source);
      }
      reports.add(source.report());
    }
    return new Merge(sum(reports, examples), repeats);
  }

  /** The one that a report is of; null where it is of several, for then it may be any of them. */
  private static @Nullable Jvm jvm(Findings findings) {
    List<Jvm> jvms =
        findings.recordings().stream()
            .map(read -> read.recording().jvm())
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return jvms.size() == 1 ? jvms.get(0) : null;
  }

  private static Report sum(List<Report> reports, int examples) {
    List<ReadRecording> recordings = new ArrayList<>();
    FindingTotals totals = FindingTotals.NONE;
    MergedLeaks leaks = new MergedLeaks(examples);
    MergedOpen open = new MergedOpen(examples);
    MergedMisuses misuses = new MergedMisuses(examples);
    Map<Rule, SortedMap<String, Long>> taken = new LinkedHashMap<>();
    SortedMap<String, CollectorFinding> byCollector = new TreeMap<>();
    boolean settled = true;
    for (Report report : reports) {
      Findings findings = report.findings();
      recordings.addAll(findings.recordings());
      totals = totals.plus(findings.totals());
      settled &= findings.settled();
      Jvm jvm = reports.size() == 1 ? null : jvm(findings);
      findings.groups().forEach(group -> leaks.add(group, jvm));
      open.add(findings.open(), jvm);
      findings.misuses().forEach(group -> misuses.add(group, jvm));
      for (CollectorFinding group : findings.byCollector()) {
        byCollector.merge(group.origin().fingerprint(), group, CollectorFinding::plus);
      }
      Known known = report.known();
      if (known != null) {
        totals = totals.plus(new FindingTotals(0, 0, known.leaked(), 0, 0, known.misused(), 0));
        known.leaks().forEach(group -> leaks.add(group, jvm));
        known.misuses().forEach(group -> misuses.add(group, jvm));
      }
      for (Suppressed suppressed : report.suppressions()) {
        SortedMap<String, Long> all =
            taken.computeIfAbsent(suppressed.rule(), rule -> new TreeMap<>());
        suppressed.taken().forEach((group, count) -> all.merge(group, count, Long::sum));
      }
    }
    List<Suppressed> suppressions = new ArrayList<>();
    taken.forEach((rule, counts) -> suppressions.add(new Suppressed(rule, counts)));
    return new Report(
        new Findings(
            recordings,
            totals,
            leaks.largestFirst(),
            open.sum(),
            misuses.largestFirst(),
            byCollector.values().stream().sorted(CollectorFinding.LARGEST_FIRST).toList(),
            settled),
        suppressions,
        null);
  }
}
