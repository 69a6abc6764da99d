package dev.rollcall.cases;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;

/** What was measured as one table, in Markdown. */
final class ResultTable {
  private static final String HEAD =
      """
      | case | version | leaked: report at exit | leaked: recording | expected | own detector, default | own detector, PARANOID | seconds |
      | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
      """;

  private ResultTable() {}

  /** The table, a line for each case and version. */
  static String of(List<Measured> all) {
    StringBuilder table = new StringBuilder(HEAD);
    all.forEach(measured -> table.append(line(measured)));
    return table.toString();
  }

  private static String line(Measured measured) {
    List<RollcallRun> runs = measured.rollcall();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %,d | %s | %s | %.1f |%n",
        measured.real().name(),
        measured.version(),
        range(runs.stream().map(RollcallRun::reported).toList()),
        range(runs.stream().map(RollcallRun::recorded).toList()),
        measured.real().leaks(measured.version()),
        range(measured.byDefault()),
        range(measured.paranoid()),
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
