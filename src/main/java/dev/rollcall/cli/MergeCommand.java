package dev.rollcall.cli;

import dev.rollcall.cli.option.OutputOption;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.cli.reading.Reports;
import dev.rollcall.gate.Report;
import dev.rollcall.report.json.JsonReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code rollcall merge}: the reports of many machines as one. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    versionProvider = RollcallCommand.Version.class,
    header = "Add up the reports of many machines into one JSON report.",
    description = {
      "",
      "Adds up totals, leak groups with the same fingerprint, misuses and suppressed leaks. A"
          + " report that is given twice counts once: two reports are the same if their recordings"
          + " are from the same JVM (process id and start time) and begin and end at the same"
          + " nanosecond. Reports of different recordings of one JVM cannot be added up. To get a"
          + " verdict, run rollcall report on the result.",
      ""
    },
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {ExitCode.DONE_WORDS, ExitCode.USAGE_WORDS, ExitCode.UNREADABLE_WORDS},
    footer = {
      "",
      "Examples:",
      "  rollcall merge --output all.json machine1.json machine2.json",
      "  rollcall merge 'reports/*.json' > all.json",
      "  rollcall merge 'reports/*.json' | rollcall report -"
    })
final class MergeCommand implements Callable<Integer> {
  @ParentCommand private RollcallCommand rollcall = RollcallCommand.UNSET;

  @Mixin private OutputOption output = new OutputOption();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "JSON reports, or recordings, or patterns with * and ?; - is standard input.")
  private List<String> files = List.of();

  @Override
  public Integer call() throws UsageException {
    output.check(files);
    Reports reports = Reports.of(rollcall.inputs(files), rollcall.diagnostics());
    if (reports.isEmpty()) {
      return ExitCode.UNREADABLE;
    }
    Report report = reports.sum(rollcall.diagnostics());
    output.write(
        rollcall.out(),
        writer -> {
          JsonReport.write(report, writer);
          writer.write('\n');
        });
    return reports.unreadable() ? ExitCode.UNREADABLE : ExitCode.CLEAN;
  }
}
