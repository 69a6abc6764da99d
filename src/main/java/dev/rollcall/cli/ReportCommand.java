package dev.rollcall.cli;

import dev.rollcall.cli.option.InputFiles;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.cli.page.ResultOptions;
import dev.rollcall.reader.ParserStart;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code rollcall report}: what leaked, and how each of the leaked lived. */
@Command(
    name = ReportCommand.NAME,
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
          + " scanning; folded for flame graphs of the leaks; html for one page that a browser opens"
          + " from disk (rollcall view opens it).",
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
      "  rollcall report app.jfr --good last-release.jfr",
      "  rollcall report --format sarif --source app/src -o rollcall.sarif app.jfr",
      "  rollcall report --format html --output leaks.html app.jfr",
      "  rollcall report --format junit --output TEST-rollcall.xml app.jfr",
      "  ssh host cat app.jfr | rollcall report -",
      "  rollcall report /tmp/2026_11_24_10_15_00_4711     (repository of a killed JVM)"
    })
final class ReportCommand implements Callable<Integer> {
  static final String NAME = "report";

  @ParentCommand private RollcallCommand rollcall = RollcallCommand.UNSET;

  @Mixin private InputFiles input = new InputFiles();

  @Mixin private ResultOptions result = new ResultOptions(true);

  @Mixin private ReportOptions options = new ReportOptions();

  /**
   * The command of arguments that name nothing but files, as most do: it is what the parser of
   * arguments would make of them, whose start takes longer than reading a small recording. Null
   * where there is more to parse.
   */
  static @Nullable ReportCommand plain(RollcallCommand rollcall, String[] args) {
    if (args.length < 2 || !args[0].equals(NAME)) {
      return null;
    }
    List<String> files = List.of(args).subList(1, args.length);
    for (String file : files) {
      if (!InputFiles.isPlain(file)) {
        return null;
      }
    }
    ParserStart.begin();
    ReportCommand command = new ReportCommand();
    command.rollcall = rollcall;
    command.input = new InputFiles(files);
    return command;
  }

  @Override
  public Integer call() throws UsageException {
    return options.prepare(input.files(), result).of(rollcall.inputs(input.files()), rollcall);
  }
}
