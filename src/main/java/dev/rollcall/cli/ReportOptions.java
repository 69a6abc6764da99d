package dev.rollcall.cli;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.ReadRecording;
import dev.rollcall.cli.option.ByOption;
import dev.rollcall.cli.option.Format;
import dev.rollcall.cli.option.GateOptions;
import dev.rollcall.cli.option.GoodOption;
import dev.rollcall.cli.option.OutputOption;
import dev.rollcall.cli.option.ShownOptions;
import dev.rollcall.cli.option.SourceOption;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.common.LeakWords;
import dev.rollcall.common.Words;
import dev.rollcall.gate.FailOn;
import dev.rollcall.gate.Gate;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.Rule;
import dev.rollcall.gate.Shown;
import dev.rollcall.reader.Inputs;
import dev.rollcall.report.source.Sources;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a report is made with, for every command that writes one. */
final class ReportOptions {
  /** How many classes a sentence names. */
  private static final int NAMED = 3;

  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      converter = Format.Converter.class,
      description = "text (default), json, junit, sarif or folded.")
  private Format format = Format.TEXT;

  @Mixin private SourceOption sourceOption = new SourceOption();

  @Mixin private ByOption byOption = new ByOption();

  @Mixin private ShownOptions shownOptions = new ShownOptions();

  @Mixin private GateOptions gateOptions = new GateOptions();

  @Mixin private GoodOption goodOption = new GoodOption();

  /** A report that can be made: what its options name is there. */
  interface Prepared {
    /** Writes the report of some inputs, and returns the exit code. */
    int of(Inputs inputs, RollcallCommand rollcall) throws UsageException;
  }

  /**
   * Refuses, before any work is done, what cannot be.
   *
   * @param files that are read, so that no result may overwrite them
   */
  Prepared prepare(List<String> files) throws UsageException {
    output.check(
        Stream.of(files, gateOptions.files(), goodOption.files()).flatMap(List::stream).toList());
    Gate gate = gateOptions.load();
    Sources sources = sourceOption.sources();
    Shown shown = shownOptions.shown();
    return (inputs, rollcall) -> report(inputs, rollcall, gate, sources, shown);
  }

  private int report(
      Inputs inputs, RollcallCommand rollcall, Gate gate, Sources sources, Shown shown)
      throws UsageException {
    Diagnostics diagnostics = rollcall.diagnostics();
    GoodReading good = GoodReading.of(goodOption.files(), inputs, rollcall);
    if (good.unreadable()) {
      return ExitCode.UNREADABLE;
    }
    Reports reports = Reports.of(inputs, good.run(), shown, diagnostics);
    if (reports.isEmpty()) {
      return ExitCode.UNREADABLE;
    }
    Report report =
        shown.apply(gate.apply(reports.sum(diagnostics).withFiles(sources))).by(byOption.by());
    Findings findings = report.findings();
    findings.recordings().forEach(read -> sayHowToGetEvents(read, diagnostics));
    gate.unused(report).forEach(rule -> sayUnused(rule, report, diagnostics));
    Set<String> withoutSource = new TreeSet<>();
    output.write(
        rollcall.out(),
        writer -> withoutSource.addAll(format.write(report, sources, writer, output.columns())));
    sayWhatHasNoSource(withoutSource, diagnostics);
    FailOn failOn = gateOptions.failOn();
    boolean overdue = reports.overdue() && failOn.kinds().contains(FailOn.Kind.OVERDUE);
    return ExitCode.of(
        overdue || failOn.isFoundIn(findings), reports.unreadable(), failOn.isInDoubt(findings));
  }

  private static void sayUnused(Rule rule, Report report, Diagnostics diagnostics) {
    String unplaced =
        report
            .groups()
            .filter(rule::namesAnySite)
            .map(group -> Words.type(group.type()))
            .findFirst()
            .orElse(null);
    diagnostics.say(
        rule.place()
            + ": the rule "
            + rule.words()
            + (unplaced == null
                ? " matches no leak here; remove it if that leak is fixed"
                : " matches no leak here, because the lives of this group were not followed and may"
                    + " be of any site; write 'type "
                    + unplaced
                    + "' if every leak of that type is wanted"));
  }

  private static void sayWhatHasNoSource(Set<String> classes, Diagnostics diagnostics) {
    if (!classes.isEmpty()) {
      diagnostics.say(
          "no source file was found for "
              + Words.count(classes.size(), "class", "classes")
              + " that this report points at ("
              + classes.stream().limit(NAMED).collect(Collectors.joining(", "))
              + (classes.size() > NAMED ? ", ..." : "")
              + "); if they are yours, name the roots of your sources with --source DIR");
    }
  }

  private static void sayHowToGetEvents(ReadRecording read, Diagnostics diagnostics) {
    if (read.losses().stream().anyMatch(loss -> loss.kind() == Loss.Kind.NO_EVENTS)) {
      diagnostics.say(
          read.recording().file()
              + " has no Rollcall events: the checker was off, or nothing used it; run the"
              + " program with -Drollcall.mode=warn and"
              + " -XX:StartFlightRecording:filename=app.jfr, and "
              + LeakWords.WHERE_TO_REGISTER);
    }
  }
}
