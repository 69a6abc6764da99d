package dev.rollcall.cli;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.ReadRecording;
import dev.rollcall.cli.option.ByOption;
import dev.rollcall.cli.option.GateOptions;
import dev.rollcall.cli.option.OutputOption;
import dev.rollcall.cli.option.ReadingOptions;
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
import dev.rollcall.report.source.Sources;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code rollcall report}: what leaked, and how each of the leaked lived. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = RollcallCommand.Version.class,
    header = "Show what leaked, where it was registered, and who may have forgotten it.",
    description = {
      "",
      "Reads the flight recordings of programs that ran with Rollcall, decides which resources"
          + " leaked, groups them by registration site, and shows the life of one resource of each"
          + " group. What was open when a recording ended, as in the dump of a running program, is"
          + " told in the same way and never called leaked.",
      "",
      "Formats: text to read; json with every detail; junit for CI servers; sarif for code"
          + " scanning; folded for flame graphs of the leaks.",
      ""
    },
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {
      ExitCode.CLEAN_WORDS,
      ExitCode.FOUND_WORDS,
      ExitCode.USAGE_WORDS,
      ExitCode.UNREADABLE_WORDS,
      ExitCode.UNSURE_WORDS
    },
    footer = {
      "",
      "Examples:",
      "  rollcall report app.jfr",
      "  rollcall report --format json --output leaks.json app.jfr",
      "  rollcall report --suppressions wanted.txt --fail-on leaks,misuse app.jfr",
      "  rollcall report --open --older-than 60s dump.jfr",
      "  rollcall report --baseline yesterday.json --grown app.jfr",
      "  rollcall report --format sarif --source app/src -o rollcall.sarif app.jfr",
      "  rollcall report --format junit --output TEST-rollcall.xml app.jfr",
      "  ssh host cat app.jfr | rollcall report -",
      "  rollcall report /tmp/2026_11_24_10_15_00_4711     (repository of a killed JVM)"
    })
final class ReportCommand implements Callable<Integer> {
  /** How many classes a sentence names. */
  private static final int NAMED = 3;

  @ParentCommand private RollcallCommand rollcall = RollcallCommand.UNSET;

  @Mixin private OutputOption output = new OutputOption();

  @Mixin private ReadingOptions options = new ReadingOptions();

  @Mixin private SourceOption sourceOption = new SourceOption();

  @Mixin private ByOption byOption = new ByOption();

  @Mixin private ShownOptions shownOptions = new ShownOptions();

  @Mixin private GateOptions gateOptions = new GateOptions();

  @Override
  public Integer call() throws UsageException {
    List<String> files = options.files();
    output.check(Stream.concat(files.stream(), gateOptions.files().stream()).toList());
    Gate gate = gateOptions.load();
    Sources sources = sourceOption.sources();
    Shown shown = shownOptions.shown();
    Reports reports = Reports.of(rollcall.inputs(files), rollcall.diagnostics(), shown);
    if (reports.isEmpty()) {
      return ExitCode.UNREADABLE;
    }
    Report report =
        shown
            .apply(gate.apply(reports.sum(rollcall.diagnostics()).withFiles(sources)))
            .by(byOption.by());
    Findings findings = report.findings();
    findings.recordings().forEach(this::sayHowToGetEvents);
    gate.unused(report).forEach(this::sayUnused);
    Set<String> withoutSource = new TreeSet<>();
    output.write(
        rollcall.out(),
        writer ->
            withoutSource.addAll(
                options.format().write(report, sources, writer, output.columns())));
    sayWhatHasNoSource(withoutSource);
    FailOn failOn = gateOptions.failOn();
    return ExitCode.of(
        failOn.isFoundIn(findings), reports.unreadable(), failOn.isInDoubt(findings));
  }

  private void sayUnused(Rule rule) {
    rollcall
        .diagnostics()
        .say(
            rule.place()
                + ": the rule "
                + rule.words()
                + " matches no leak here; remove it if that leak is fixed");
  }

  private void sayWhatHasNoSource(Set<String> classes) {
    if (!classes.isEmpty()) {
      rollcall
          .diagnostics()
          .say(
              "no source file was found for "
                  + Words.count(classes.size(), "class", "classes")
                  + " that this report points at ("
                  + classes.stream().limit(NAMED).collect(Collectors.joining(", "))
                  + (classes.size() > NAMED ? ", ..." : "")
                  + "); if they are yours, name the roots of your sources with --source DIR");
    }
  }

  private void sayHowToGetEvents(ReadRecording read) {
    if (read.losses().stream().anyMatch(loss -> loss.kind() == Loss.Kind.NO_EVENTS)) {
      rollcall
          .diagnostics()
          .say(
              read.recording().file()
                  + " has no Rollcall events: the checker was off, or nothing used it; run the"
                  + " program with -Drollcall.mode=warn and"
                  + " -XX:StartFlightRecording:filename=app.jfr, and "
                  + LeakWords.WHERE_TO_REGISTER);
    }
  }
}
