package dev.rollcall.cli;

import dev.rollcall.cli.option.OutputOption;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.gate.compare.Diff;
import dev.rollcall.report.TextDiff;
import dev.rollcall.report.json.JsonDiff;
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
      "  rollcall diff --format json before.jfr after.jfr"
    })
final class DiffCommand implements Callable<Integer> {
  @ParentCommand private RollcallCommand rollcall = RollcallCommand.UNSET;

  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      converter = Style.Converter.class,
      description = "text (default) or json.")
  private Style style = Style.TEXT;

  @Parameters(index = "0", paramLabel = "A", description = "The earlier recording or report.")
  private String earlier = "";

  @Parameters(index = "1", paramLabel = "B", description = "The later one.")
  private String later = "";

  /** A comparison is for a person or for a program, and has no other format. */
  private enum Style {
    TEXT,
    JSON;

    private static final class Converter implements ITypeConverter<Style> {
      @Override
      public Style convert(String word) {
        return switch (word) {
          case "text" -> TEXT;
          case "json" -> JSON;
          default ->
              throw new TypeConversionException(
                  "'" + word + "' is not a format of diff, use text or json");
        };
      }
    }
  }

  @Override
  public Integer call() throws UsageException {
    output.check(List.of(earlier, later));
    Reports before = Reports.of(rollcall.inputs(List.of(earlier)), rollcall.diagnostics());
    Reports after = Reports.of(rollcall.inputs(List.of(later)), rollcall.diagnostics());
    if (before.isEmpty() || after.isEmpty()) {
      return ExitCode.UNREADABLE;
    }
    Diff diff = Diff.of(before.sum(rollcall.diagnostics()), after.sum(rollcall.diagnostics()));
    output.write(
        rollcall.out(),
        writer -> {
          if (style == Style.JSON) {
            JsonDiff.write(diff, writer);
            writer.write('\n');
          } else {
            writer.write(TextDiff.of(diff, output.columns()));
          }
        });
    return ExitCode.of(diff.isWorse(), before.unreadable() || after.unreadable(), !diff.isSure());
  }
}
