package dev.rollcall.cli;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.ReadRecording;
import dev.rollcall.cli.gate.GateOptions;
import dev.rollcall.cli.option.ByOption;
import dev.rollcall.cli.option.Format;
import dev.rollcall.cli.option.GoodOption;
import dev.rollcall.cli.option.ShownOptions;
import dev.rollcall.cli.option.SourceOption;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.cli.page.PageOptions;
import dev.rollcall.cli.page.RedactOption;
import dev.rollcall.cli.page.ReportTarget;
import dev.rollcall.cli.reading.Diagnostics;
import dev.rollcall.cli.reading.Reports;
import dev.rollcall.common.LeakWords;
import dev.rollcall.common.Words;
import dev.rollcall.gate.FailOn;
import dev.rollcall.gate.Gate;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.Rule;
import dev.rollcall.gate.Shown;
import dev.rollcall.reader.Inputs;
import dev.rollcall.report.html.HtmlReport;
import dev.rollcall.report.source.SourceLinks;
import dev.rollcall.report.source.Sources;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** What a report is made with, for every command that writes one. */
final class ReportOptions {
  /** How many classes a sentence names. */
  private static final int NAMED = 3;

  @Mixin private SourceOption sourceOption = new SourceOption();

  @Mixin private ByOption byOption = new ByOption();

  @Mixin private ShownOptions shownOptions = new ShownOptions();

  @Mixin private GateOptions gateOptions = new GateOptions();

  @Mixin private GoodOption goodOption = new GoodOption();

  @Mixin private PageOptions pageOptions = new PageOptions();

  @Mixin private RedactOption redactOption = new RedactOption();

  /** A report that can be made: what its options name is there. */
  interface Prepared {
    /** Writes the report of some inputs, and returns the exit code. */
    int of(Inputs inputs, RollcallCommand rollcall) throws UsageException;
  }

  /** What was asked for, with the files that options name read. */
  private record Wanted(
      ReportTarget target, Gate gate, Sources sources, Shown shown, @Nullable SourceLinks links) {}

  /**
   * Refuses, before any work is done, what cannot be.
   *
   * @param files that are read, so that no result may overwrite them
   * @param target where the report goes
   */
  Prepared prepare(List<String> files, ReportTarget target) throws UsageException {
    target.check(
        Stream.of(files, gateOptions.files(), goodOption.files(), pageOptions.files())
            .flatMap(List::stream)
            .toList());
    boolean isPage = target.format() == Format.HTML;
    if (!isPage) {
      pageOptions.checkNone();
    }
    Sources sources = sourceOption.sources();
    Wanted wanted =
        new Wanted(
            target,
            gateOptions.load(),
            sources,
            shownOptions.shown(),
            isPage ? pageOptions.links(sources, sourceOption.directories()) : null);
    return (inputs, rollcall) -> report(inputs, rollcall, wanted);
  }

  private int report(Inputs inputs, RollcallCommand rollcall, Wanted wanted) throws UsageException {
    Diagnostics diagnostics = rollcall.diagnostics();
    GoodReading good = GoodReading.of(goodOption.files(), inputs, rollcall);
    if (good.unreadable()) {
      return ExitCode.UNREADABLE;
    }
    Reports reports = Reports.of(inputs, good.run(), wanted.shown, diagnostics);
    if (reports.isEmpty()) {
      return ExitCode.UNREADABLE;
    }
    Report all = wanted.gate.apply(reports.sum(diagnostics).withFiles(wanted.sources));
    Report report = redactOption.from(wanted.shown.apply(all).by(byOption.by()));
    Findings findings = report.findings();
    findings.recordings().forEach(read -> sayHowToGetEvents(read, diagnostics));
    wanted.gate.unused(report).forEach(rule -> sayUnused(rule, report, diagnostics));
    sayWhatHasNoSource(write(report, wanted, rollcall), diagnostics);
    FailOn failOn = gateOptions.failOn();
    boolean overdue = reports.overdue() && failOn.kinds().contains(FailOn.Kind.OVERDUE);
    return ExitCode.of(
        overdue || failOn.isFoundIn(findings), reports.unreadable(), failOn.isInDoubt(findings));
  }

  /** Writes it, and returns the classes whose source it is to lead to and that is not at hand. */
  private Set<String> write(Report report, Wanted wanted, RollcallCommand rollcall)
      throws UsageException {
    ReportTarget target = wanted.target;
    SourceLinks links = wanted.links;
    HtmlReport.Setting page =
        links == null
            ? null
            : new HtmlReport.Setting(RollcallCommand.Version.text(), links, redactOption.words());
    Set<String> notFound = new TreeSet<>();
    target.write(
        rollcall.out(),
        writer -> {
          notFound.addAll(
              target.format().write(report, wanted.sources, page, writer, target.columns()));
          writer.write(target.ending());
        });
    if (links != null) {
      notFound.addAll(links.notFound());
    }
    return notFound;
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

  static void sayWhatHasNoSource(Set<String> classes, Diagnostics diagnostics) {
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
