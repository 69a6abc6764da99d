package dev.rollcall.cli;

import dev.rollcall.cli.option.InputFiles;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.cli.page.Browser;
import dev.rollcall.cli.page.ViewedPage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code rollcall view}: the report as a page in the browser. */
@Command(
    name = "view",
    mixinStandardHelpOptions = true,
    versionProvider = RollcallCommand.Version.class,
    header = "Show the report as a page in the browser.",
    description = {
      "",
      "Reports as rollcall report does, on one page that needs nothing beside it, in a temporary"
          + " file that only you can read; and opens that in the browser: in the one that the"
          + " variable BROWSER names, or else in that of the system. The file stays, and its place"
          + " is said.",
      "",
      "To make a page and open none: rollcall report --format html --output FILE.",
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
      "  rollcall view app.jfr",
      "  rollcall view app.jfr --good last-release.jfr",
      "  rollcall view --redact notes,descriptions 'dumps/*.jfr'",
      "  BROWSER=firefox rollcall view app.jfr"
    })
final class ViewCommand implements Callable<Integer> {
  @ParentCommand private RollcallCommand rollcall = RollcallCommand.UNSET;

  @Mixin private InputFiles input = new InputFiles();

  @Mixin private ReportOptions options = new ReportOptions();

  @Override
  public Integer call() throws UsageException {
    ViewedPage page = new ViewedPage(input.files(), Browser.ofUser());
    return options.prepare(input.files(), page).of(rollcall.inputs(input.files()), rollcall);
  }
}
