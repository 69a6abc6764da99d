package dev.rollcall.fleet;

import dev.rollcall.gate.Report;
import dev.rollcall.gate.compare.Merge;
import dev.rollcall.gate.compare.OverlapException;
import dev.rollcall.gate.compare.Source;
import dev.rollcall.report.json.JsonReport;
import dev.rollcall.report.json.JsonReportReader;
import dev.rollcall.report.json.MalformedReportException;
import java.io.IOException;
import java.io.Serializable;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/**
 * Reports added up, as JSON. It does not matter which of them are added up first, so each machine
 * adds up some, and the driver the sums: each report is read twice, whatever their number.
 */
final class MergedReports {
  private MergedReports() {}

  /** All of them as one, with so many examples for each group. */
  static String of(JavaRDD<String> reports, int examples) throws IOException {
    int sums = Math.max(1, (int) Math.ceil(Math.sqrt(reports.getNumPartitions())));
    // Which reports come together depends on their numbers only, not on where they lie.
    List<Numbered> some =
        reports
            .mapPartitionsWithIndex(MergedReports::numbered, true)
            .coalesce(sums, true)
            .mapPartitions(each -> sum(each, examples).iterator())
            .collect();
    return sum(some.iterator(), examples).get(0).report();
  }

  /** A report and its place among all. */
  private record Numbered(int number, String report) implements Serializable {}

  private static Iterator<Numbered> numbered(int number, Iterator<String> reports) {
    List<Numbered> all = new ArrayList<>();
    reports.forEachRemaining(report -> all.add(new Numbered(number, report)));
    return all.iterator();
  }

  /** The sum of some, with the first of their numbers; none of none. */
  private static List<Numbered> sum(Iterator<Numbered> reports, int examples) throws IOException {
    List<Numbered> ordered = new ArrayList<>();
    reports.forEachRemaining(ordered::add);
    ordered.sort(Comparator.comparingInt(Numbered::number));
    if (ordered.isEmpty()) {
      return List.of();
    }
    List<Source> sources = new ArrayList<>();
    Path file = Files.createTempFile("rollcall-fleet", ".json");
    try {
      for (Numbered each : ordered) {
        Files.writeString(file, each.report());
        String name = "report " + each.number();
        sources.add(new Source(name, JsonReportReader.read(file, Path.of(name))));
      }
      Report sum = Merge.of(sources, examples).report();
      StringWriter text = new StringWriter();
      JsonReport.write(sum, text);
      return List.of(new Numbered(ordered.get(0).number(), text.toString()));
    } catch (MalformedReportException | OverlapException e) {
      throw new IOException(e);
    } finally {
      Files.delete(file);
    }
  }
}
