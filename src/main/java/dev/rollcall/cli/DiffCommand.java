package dev.rollcall.cli;

import dev.rollcall.cli.option.OutputOption;
import dev.rollcall.cli.option.SourceOption;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.cli.page.PageOptions;
import dev.rollcall.cli.page.RedactOption;
import dev.rollcall.cli.reading.Reports;
import dev.rollcall.gate.compare.Diff;
import dev.rollcall.report.TextDiff;
import dev.rollcall.report.html.HtmlReport;
import dev.rollcall.report.json.JsonDiff;
import dev.rollcall.report.source.SourceLinks;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.TypeConversionException;

/** {@code rollcall diff}: what has become better or worse from one run to another. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    versionProvider = RollcallCommand.Version.class,
    header = "Compare two reports: what is new, grown, shrunk or gone.",
    description = {
      "",
      "A is the earlier one, B the later one; each is a recording, a directory or pattern of"
          + " recordings, or a JSON report. Groups are matched by fingerprint: type and registration"
          + " site, without line numbers. One of them may be -, standard input.",
      "",
      "Of what was still open it says which groups have more, and of two dumps of one JVM by how"
          + " many a minute they grew. Being open is no leak, and sets no exit code.",
      ""
    },
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {
      " 0:no leak or misuse is new, and none has grown",
      " 1:a leak or misuse is new or has grown",
      ExitCode.USAGE_WORDS,
      ExitCode.UNREADABLE_WORDS,
      " 4:nothing found, but the comparison may be incomplete: data was lost, or a program had"
          + " not ended"
    },
    footer = {
      "",
      "Examples:",
      "  rollcall diff yesterday.json app.jfr",
      "  rollcall diff monday.jfr tuesday.jfr     (two dumps of one JVM that runs)",
      "  rollcall diff --format json before.jfr after.jfr",
      "  rollcall diff --format html --output changes.html before.jfr after.jfr"
    })
final class DiffCommand implements Callable<Integer> {
  @ParentCommand private RollcallCommand rollcall = RollcallCommand.UNSET;

  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      converter = Style.Converter.class,
      description = "text (default), json or html.")
  private Style style = Style.TEXT;

  @Mixin private SourceOption sourceOption = new SourceOption();

  @Mixin private PageOptions pageOptions = new PageOptions();

  @Mixin private RedactOption redactOption = new RedactOption();

  @Parameters(index = "0", paramLabel = "A", description = "The earlier recording or report.")
  private String earlier = "";

  @Parameters(index = "1", paramLabel = "B", description = "The later one.")
  private String later = "";

  /** A comparison is for a person or for a program, and has no other format. */
  private enum Style {
    TEXT,
    JSON,
    HTML;

    private static final class Converter implements ITypeConverter<Style> {
      @Override
      public Style convert(String word) {
        return switch (word) {
          case "text" -> TEXT;
          case "json" -> JSON;
          case "html" -> HTML;
          default ->
              throw new TypeConversionException(
                  "'" + word + "' is not a format of diff, use text, json or html");
        };
      }
    }
  }

  @Override
  public Integer call() throws UsageException {
    SourceLinks links = prepare();
    Reports before = Reports.of(rollcall.inputs(List.of(earlier)), rollcall.diagnostics());
    Reports after = Reports.of(rollcall.inputs(List.of(later)), rollcall.diagnostics());
    if (before.isEmpty() || after.isEmpty()) {
      return ExitCode.UNREADABLE;
    }
    Diff diff =
        redactOption.from(
            Diff.of(before.sum(rollcall.diagnostics()), after.sum(rollcall.diagnostics())));
    output.write(rollcall.out(), writer -> write(diff, links, writer));
    ReportOptions.sayWhatHasNoSource(links.notFound(), rollcall.diagnostics());
    return ExitCode.of(diff.isWorse(), before.unreadable() || after.unreadable(), !diff.isSure());
  }

  /** Refuses what cannot be, and reads the files that options name. */
  private SourceLinks prepare() throws UsageException {
    if (style == Style.HTML) {
      output.checkPage();
    } else {
      pageOptions.checkNone();
    }
    List<String> read = new ArrayList<>(pageOptions.files());
    read.addAll(List.of(earlier, later));
    output.check(read);
    return pageOptions.links(sourceOption.sources(), sourceOption.directories());
  }

  private void write(Diff diff, SourceLinks links, Writer writer) throws IOException {
    switch (style) {
      case TEXT -> writer.write(TextDiff.of(diff, output.columns()));
      case JSON -> {
        JsonDiff.write(diff, writer);
        writer.write('\n');
      }
      case HTML ->
          HtmlReport.write(
              diff,
              new HtmlReport.Setting(RollcallCommand.Version.text(), links, redactOption.words()),
              writer);
    }
  }
}
