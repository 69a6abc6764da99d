package dev.rollcall.cli;

import dev.rollcall.analysis.JvmLog;
import dev.rollcall.analysis.Selection;
import dev.rollcall.cli.export.LivesExport;
import dev.rollcall.cli.export.TableExport;
import dev.rollcall.cli.export.TableOptions;
import dev.rollcall.cli.option.InputFiles;
import dev.rollcall.cli.option.OutputOption;
import dev.rollcall.cli.option.ShownOptions;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.gate.compare.Source;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code rollcall export}: what other tools read. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = RollcallCommand.Version.class,
    header = "Write lives as a recording for another tool, or findings as tables.",
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
      "  rollcall export --parquet findings --codeowners CODEOWNERS --redact labels 'reports/*.json'"
    })
final class ExportCommand implements Callable<Integer> {
  @ParentCommand private RollcallCommand rollcall = RollcallCommand.UNSET;

  @Mixin private OutputOption output = new OutputOption();

  @Mixin private InputFiles input = new InputFiles();

  @Mixin private ShownOptions shownOptions = new ShownOptions();

  @Mixin private TableOptions tableOptions = new TableOptions();

  @Option(
      names = "--async-profiler",
      description = "For the leak mode of async-profiler's converter.")
  private boolean asyncProfiler;

  @Option(names = "--jmc", description = "For the stack trace views of JDK Mission Control.")
  private boolean jmc;

  @Override
  public Integer call() throws UsageException {
    if (Stream.of(asyncProfiler, jmc, tableOptions.isGiven()).filter(asked -> asked).count() != 1) {
      throw new UsageException(
          "say what to export for, one of --async-profiler, --jmc and --parquet DIR");
    }
    return tableOptions.isGiven() ? tables() : lives();
  }

  private int lives() throws UsageException {
    tableOptions.checkNone();
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

  private int tables() throws UsageException {
    if (output.isGiven()) {
      throw new UsageException(
          "--output names one file, and --parquet a directory of many; leave --output out");
    }
    TableExport export = tableOptions.export(shownOptions.shown());
    Diagnostics diagnostics = rollcall.diagnostics();
    Reports reports =
        Reports.byJvm(
            rollcall.inputs(input.files()),
            tableOptions.examples(),
            shownOptions.shown(),
            diagnostics);
    if (reports.isEmpty()) {
      return ExitCode.UNREADABLE;
    }
    for (Source source : reports.sources()) {
      String leftOut = export.add(source);
      if (leftOut != null) {
        diagnostics.say(leftOut);
      }
    }
    export
        .unused()
        .forEach(
            rule ->
                diagnostics.say(
                    rule.place() + ": the rule " + rule.words() + " matches no leak here"));
    diagnostics.say(export.write());
    return reports.unreadable() ? ExitCode.UNREADABLE : ExitCode.CLEAN;
  }
}
