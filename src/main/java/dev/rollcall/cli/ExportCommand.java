package dev.rollcall.cli;

import dev.rollcall.analysis.JvmLog;
import dev.rollcall.analysis.Selection;
import dev.rollcall.cli.export.FindingsExport;
import dev.rollcall.cli.export.FindingsOptions;
import dev.rollcall.cli.export.LivesExport;
import dev.rollcall.cli.option.InputFiles;
import dev.rollcall.cli.option.OutputOption;
import dev.rollcall.cli.option.ShownOptions;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.cli.reading.Diagnostics;
import dev.rollcall.cli.reading.Reading;
import dev.rollcall.cli.reading.Reports;
import dev.rollcall.gate.compare.Source;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code rollcall export}: what other tools read. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = RollcallCommand.Version.class,
    header = "Write lives as a recording, or findings as tables or logs, for other tools.",
    description = {
      "",
      "For async-profiler's converter, a registration becomes an allocation and the end of a life"
          + " becomes its free, so jfrconv draws the leaks as a flame graph, and what was open when"
          + " the recording ended below the frame [open]. Other lives whose end is not known are"
          + " left out. An allocation's size is how many bytes the resource holds, or 1 where that"
          + " was not said at its registration; jfrconv --total adds sizes up.",
      "",
      "For Mission Control, each leaked resource becomes one event with the stack of its"
          + " registration, so the flame graph and stack trace views show the leaks. What was open"
          + " when the recording ended is another type of event.",
      "",
      "As tables, the findings of any number of JVMs are written as Parquet files, which DuckDB,"
          + " Spark and others query. JSON reports are read for that, too, each of one JVM.",
      "",
      "For OpenTelemetry, each cause of leaks becomes a log record, and how many resources there"
          + " were, leaked and are open becomes metrics, as lines of JSON that its collector reads.",
      ""
    },
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {ExitCode.DONE_WORDS, ExitCode.USAGE_WORDS, ExitCode.UNREADABLE_WORDS},
    footer = {
      "",
      "Examples:",
      "  rollcall export --async-profiler app.jfr -o lives.jfr",
      "  jfrconv --nativemem --leak lives.jfr leaks.html",
      "",
      "  rollcall export --jmc app.jfr -o leaks.jfr     (then open leaks.jfr)",
      "  rollcall export --jmc --open --older-than 60s dump.jfr -o open.jfr",
      "",
      "  rollcall export --parquet findings recordings/",
      "  rollcall export --parquet findings --codeowners CODEOWNERS --redact labels 'reports/*.json'",
      "",
      "  rollcall export --otlp /var/spool/rollcall recordings/"
    })
final class ExportCommand implements Callable<Integer> {
  @ParentCommand private RollcallCommand rollcall = RollcallCommand.UNSET;

  @Mixin private OutputOption output = new OutputOption();

  @Mixin private InputFiles input = new InputFiles();

  @Mixin private ShownOptions shownOptions = new ShownOptions();

  @Mixin private FindingsOptions findingsOptions = new FindingsOptions();

  @Option(
      names = "--async-profiler",
      description = "For the leak mode of async-profiler's converter.")
  private boolean asyncProfiler;

  @Option(names = "--jmc", description = "For the stack trace views of JDK Mission Control.")
  private boolean jmc;

  @Override
  public Integer call() throws UsageException {
    int asked = (asyncProfiler ? 1 : 0) + (jmc ? 1 : 0) + findingsOptions.asked();
    if (asked != 1) {
      throw new UsageException(
          "say what to export for, one of --async-profiler, --jmc, --parquet DIR and --otlp DIR");
    }
    return findingsOptions.asked() > 0 ? findings() : lives();
  }

  private int lives() throws UsageException {
    findingsOptions.checkNone();
    output.checkFile(input.files());
    Reading reading =
        Reading.of(
            rollcall.inputs(input.files()),
            rollcall.diagnostics(),
            () -> new JvmLog(new Selection.All()));
    if (reading.recordings() == 0) {
      return ExitCode.UNREADABLE;
    }
    LivesExport.Tool tool =
        jmc ? LivesExport.Tool.MISSION_CONTROL : LivesExport.Tool.ASYNC_PROFILER;
    rollcall
        .diagnostics()
        .say(LivesExport.write(tool, reading.analysis(), shownOptions.shown(), output));
    return reading.unreadable() ? ExitCode.UNREADABLE : ExitCode.CLEAN;
  }

  private int findings() throws UsageException {
    if (output.isGiven()) {
      throw new UsageException(
          "--output names one file, and "
              + findingsOptions.option()
              + " a directory of many; leave --output out");
    }
    FindingsExport export = findingsOptions.export(shownOptions.shown());
    Diagnostics diagnostics = rollcall.diagnostics();
    Reports reports =
        Reports.byJvm(
            rollcall.inputs(input.files()),
            findingsOptions.examples(),
            shownOptions.shown(),
            diagnostics);
    if (reports.isEmpty()) {
      return ExitCode.UNREADABLE;
    }
    boolean isWhole = !reports.unreadable();
    for (Source source : reports.sources()) {
      FindingsExport.LeftOut leftOut = export.add(source);
      if (leftOut != null) {
        diagnostics.say(leftOut.sentence());
        isWhole &= leftOut.isRepeat();
      }
    }
    export
        .unused()
        .forEach(
            rule ->
                diagnostics.say(
                    rule.place() + ": the rule " + rule.words() + " matches no leak here"));
    diagnostics.say(export.write());
    return isWhole ? ExitCode.CLEAN : ExitCode.UNREADABLE;
  }
}
