package dev.rollcall.cases;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.OptionalInt;

/** What was measured as one table, in Markdown. */
final class ResultTable {
  private static final String HEAD =
      """
      | case | version | leaked: report at exit | leaked: recording | expected | own detector, default | own detector, PARANOID | rank of the guilty | seconds |
      | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
      """;

  private ResultTable() {}

  /** The table, a line for each case and version, and one on the suspects of the leaking ones. */
  static String of(List<Measured> all) {
    StringBuilder table = new StringBuilder(HEAD);
    all.forEach(measured -> table.append(line(measured)));
    List<OptionalInt> ranks =
        all.stream()
            .filter(measured -> measured.version().equals(measured.real().leaking()))
            .map(ResultTable::worstRank)
            .toList();
    return table
        .append(
            "%nThe guilty method is the first suspect in %d of %d cases, and among the first three in %d.%n"
                .formatted(within(ranks, 1), ranks.size(), within(ranks, 3)))
        .toString();
  }

  private static long within(List<OptionalInt> ranks, int last) {
    return ranks.stream().filter(rank -> rank.isPresent() && rank.getAsInt() <= last).count();
  }

  /** The rank in the run where it was least; empty if in one of them it was no suspect. */
  private static OptionalInt worstRank(Measured measured) {
    List<OptionalInt> ranks = measured.rollcall().stream().map(RollcallRun::rank).toList();
    return ranks.stream().allMatch(OptionalInt::isPresent)
        ? ranks.stream().mapToInt(OptionalInt::getAsInt).max()
        : OptionalInt.empty();
  }

  private static String rank(Measured measured) {
    OptionalInt rank = worstRank(measured);
    return rank.isPresent() ? Integer.toString(rank.getAsInt()) : "-";
  }

  private static String line(Measured measured) {
    List<RollcallRun> runs = measured.rollcall();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %,d | %s | %s | %s | %.1f |%n",
        measured.real().name(),
        measured.version(),
        range(runs.stream().map(RollcallRun::reported).toList()),
        range(runs.stream().map(RollcallRun::recorded).toList()),
        measured.real().leaks(measured.version()),
        range(measured.byDefault()),
        range(measured.paranoid()),
        rank(measured),
        runs.stream().mapToDouble(RollcallRun::seconds).average().orElseThrow());
  }

  /** One number if all are the same, the least and the greatest if not. */
  private static String range(Collection<Long> numbers) {
    if (numbers.isEmpty()) {
      return "-";
    }
    LongSummaryStatistics all = numbers.stream().mapToLong(Long::longValue).summaryStatistics();
    return all.getMin() == all.getMax()
        ? String.format(Locale.ROOT, "%,d", all.getMin())
        : String.format(Locale.ROOT, "%,d to %,d", all.getMin(), all.getMax());
  }
}
