package dev.rollcall.cases;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.stream.Stream;

/** What was measured as two tables, in Markdown: how much was found, and who was suspected. */
final class ResultTable {
  private static final String HEAD =
      """
      | case | registered by | version | found: report at exit | found: recording | expected | own detector, default | own detector, PARANOID | seconds |
      | --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
      """;

  private ResultTable() {}

  /** The tables: a line for each case, way and version, and one for the suspects of each case. */
  static String of(List<Measured> all) {
    StringBuilder table = new StringBuilder(HEAD);
    List<StandingTable.Row> rows = new ArrayList<>();
    all.stream()
        .collect(groupingBy(Measured::real, LinkedHashMap::new, toList()))
        .forEach(
            (real, measured) -> {
              for (Way way : real.ways()) {
                List<Measured> known = of(way, measured);
                real.versions().forEach(version -> table.append(line(of(version, known))));
                rows.add(row(real, way, of(real.leaking(), known)));
              }
            });
    return table.append('\n').append(StandingTable.of(rows)).toString();
  }

  private static List<Measured> of(Way way, List<Measured> measured) {
    return measured.stream().filter(one -> one.way().equals(way)).toList();
  }

  private static List<Measured> of(String version, List<Measured> measured) {
    return measured.stream().filter(one -> one.version().equals(version)).toList();
  }

  private static StandingTable.Row row(RealCase real, Way way, List<Measured> measured) {
    return new StandingTable.Row(
        real.name() + (way.isAgent() ? " (agent)" : ""),
        worst(Variant.ALONE, measured),
        worst(Variant.BESIDE, measured));
  }

  private static Standing worst(Variant variant, List<Measured> measured) {
    return measured.stream()
        .filter(one -> one.variant() == variant)
        .flatMap(one -> one.rollcall().stream())
        .map(RollcallRun::standing)
        .max(Standing.BEST_FIRST)
        .orElseThrow();
  }

  /** A line for the variants that were run with one version. */
  private static String line(List<Measured> variants) {
    RealCase real = variants.get(0).real();
    String version = variants.get(0).version();
    List<RollcallRun> runs = variants.stream().flatMap(one -> one.rollcall().stream()).toList();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s | %,d | %s | %s | %.1f |%n",
        real.name(),
        variants.get(0).way().words(),
        version,
        range(runs.stream().map(RollcallRun::reported)),
        range(runs.stream().map(RollcallRun::recorded)),
        real.expected(version),
        range(variants.stream().map(Measured::byDefault).flatMap(Collection::stream)),
        range(variants.stream().map(Measured::paranoid).flatMap(Collection::stream)),
        runs.stream().mapToDouble(RollcallRun::seconds).average().orElseThrow());
  }

  /** One number if all are the same, the least and the greatest if not. */
  private static String range(Stream<Long> numbers) {
    LongSummaryStatistics all = numbers.mapToLong(Long::longValue).summaryStatistics();
    if (all.getCount() == 0) {
      return "-";
    }
    return all.getMin() == all.getMax()
        ? String.format(Locale.ROOT, "%,d", all.getMin())
        : String.format(Locale.ROOT, "%,d to %,d", all.getMin(), all.getMax());
  }
}
