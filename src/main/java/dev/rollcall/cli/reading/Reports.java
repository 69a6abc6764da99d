package dev.rollcall.cli.reading;

import dev.rollcall.analysis.Analysis;
import dev.rollcall.analysis.GoodRun;
import dev.rollcall.analysis.JvmLog;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.Shown;
import dev.rollcall.gate.compare.Identity;
import dev.rollcall.gate.compare.Merge;
import dev.rollcall.gate.compare.OverlapException;
import dev.rollcall.gate.compare.Source;
import dev.rollcall.reader.Inputs;
import dev.rollcall.report.json.JsonReportReader;
import dev.rollcall.report.json.MalformedReportException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the inputs have to report: each JSON report as it is, and all recordings together as one
 * more. A bad input is named and does not stop others.
 *
 * @param sources what there is to report, with its name
 * @param unreadable whether an input could not be read
 * @param overdue whether something was overdue, also where it is too young to be listed
 */
public record Reports(List<Source> sources, boolean unreadable, boolean overdue) {
  private static final int EXAMPLES = 3;

  /** Without a good run to compare with, and with all that is open. */
  public static Reports of(Inputs inputs, Diagnostics diagnostics) {
    return of(inputs, null, Shown.ALL, diagnostics);
  }

  /**
   * As {@link #of(Inputs, Diagnostics)}, the recordings compared with a good run, and with what is
   * to be shown of what is open in them.
   */
  public static Reports of(
      Inputs inputs, @Nullable GoodRun good, Shown shown, Diagnostics diagnostics) {
    List<Source> sources = new ArrayList<>();
    List<Inputs.Input> recordings = new ArrayList<>();
    boolean unreadable = readJson(inputs.files(), sources, recordings, diagnostics);
    Reading reading =
        Reading.of(new Inputs(recordings, inputs.problems()), diagnostics, JvmLog::new);
    if (reading.recordings() > 0) {
      String name = recordings.size() == 1 ? recordings.get(0).name().toString() : "the recordings";
      Findings findings = reading.analysis().findings(EXAMPLES, shown.olderThanMillis(), good);
      sources.add(new Source(name, Report.of(findings)));
    }
    boolean overdue =
        sources.stream().anyMatch(source -> source.report().findings().open().hasOverdue())
            || (shown.olderThanMillis() > 0
                && reading.analysis().findings(0, good).open().hasOverdue());
    return new Reports(sources, unreadable || reading.unreadable(), overdue);
  }

  /**
   * Each JVM of the recordings as a source of its own, with so many examples for each group. The
   * order of the inputs does not matter.
   */
  public static Reports byJvm(Inputs inputs, int examples, Shown shown, Diagnostics diagnostics) {
    List<Inputs.Input> sorted =
        inputs.files().stream()
            .sorted(Comparator.comparing(input -> input.name().toString()))
            .toList();
    List<Source> sources = new ArrayList<>();
    List<Inputs.Input> recordings = new ArrayList<>();
    boolean unreadable = readJson(sorted, sources, recordings, diagnostics);
    for (Source report : List.copyOf(sources)) {
      if (!isOfOneJvm(report.report())) {
        diagnostics.say(
            report.name()
                + " is not the report of one JVM, and those in it cannot be told apart any more;"
                + " give the recordings themselves, or a report of each JVM");
        sources.remove(report);
        unreadable = true;
      }
    }
    Reading reading =
        Reading.of(new Inputs(recordings, inputs.problems()), diagnostics, JvmLog::new);
    for (Analysis ofOne : reading.analysis().byJvm()) {
      Findings findings = ofOne.findings(examples, shown.olderThanMillis());
      String name = findings.recordings().get(0).recording().file().toString();
      sources.add(new Source(name, Report.of(findings)));
    }
    return new Reports(sources, unreadable || reading.unreadable(), false);
  }

  private static boolean isOfOneJvm(Report report) {
    List<Identity.Origin> origins = List.copyOf(Identity.origins(report));
    return !origins.isEmpty() && origins.stream().allMatch(origin -> origin.mayBe(origins.get(0)));
  }

  /** Reads the reports among some files; the others are recordings. Whether one is bad. */
  private static boolean readJson(
      List<Inputs.Input> files,
      List<Source> sources,
      List<Inputs.Input> recordings,
      Diagnostics diagnostics) {
    boolean unreadable = false;
    for (Inputs.Input input : files) {
      if (!JsonReportReader.looksLikeJson(input.file())) {
        recordings.add(input);
        continue;
      }
      try {
        sources.add(
            new Source(input.name().toString(), JsonReportReader.read(input.file(), input.name())));
      } catch (MalformedReportException e) {
        diagnostics.say(String.valueOf(e.getMessage()));
        unreadable = true;
      }
    }
    return unreadable;
  }

  /** Whether nothing at all could be read. */
  public boolean isEmpty() {
    return sources.isEmpty();
  }

  /**
   * All of them as one.
   *
   * @throws UsageException if one JVM is in several, and could be counted twice
   */
  public Report sum(Diagnostics diagnostics) throws UsageException {
    if (sources.size() == 1) {
      return sources.get(0).report();
    }
    try {
      Merge merge = Merge.of(sources, EXAMPLES);
      merge.repeats().forEach(diagnostics::say);
      return merge.report();
    } catch (OverlapException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
