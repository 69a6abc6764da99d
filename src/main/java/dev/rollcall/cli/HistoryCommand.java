package dev.rollcall.cli;

import dev.rollcall.analysis.JvmLog;
import dev.rollcall.analysis.Selection;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.source.NamedFrames;
import dev.rollcall.cli.option.Format;
import dev.rollcall.cli.option.OutputOption;
import dev.rollcall.cli.option.ReadingOptions;
import dev.rollcall.cli.option.ResourceId;
import dev.rollcall.cli.option.SourceOption;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.common.Words;
import dev.rollcall.report.Lives;
import dev.rollcall.report.json.JsonHistory;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code rollcall history}: the life of one resource, of a type, or of a leak group. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    versionProvider = RollcallCommand.Version.class,
    header = "Show the lives of chosen resources, step by step.",
    description = {
      "",
      "Prints every recorded step of the chosen resources, leaked or not, with its stack. Exits"
          + " with 0 whatever the verdicts are, even if nothing matches; with 3 if a recording"
          + " could not be read.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rollcall history app.jfr --id 0x2a",
      "  rollcall history app.jfr --type PooledBuffer",
      "  rollcall history app.jfr --group 'com.acme.PooledBuffer@0123456789abcdef'"
    })
final class HistoryCommand implements Callable<Integer> {
  @ParentCommand private RollcallCommand rollcall = RollcallCommand.UNSET;

  @Mixin private OutputOption output = new OutputOption();

  @Mixin private ReadingOptions options = new ReadingOptions();

  @Mixin private SourceOption sourceOption = new SourceOption();

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Chosen chosen = new Chosen();

  /** The three ways to choose. */
  private static final class Chosen {
    @Option(
        names = "--id",
        paramLabel = "N",
        converter = ResourceId.Converter.class,
        description = "The resource with this id, as 42 or 0x2a.")
    private @Nullable ResourceId id;

    @Option(
        names = "--type",
        paramLabel = "T",
        description = "All resources of this class, full or simple name.")
    private @Nullable String type;

    @Option(
        names = "--group",
        paramLabel = "F",
        description = "All resources of the leak group with this fingerprint.")
    private @Nullable String group;

    Selection selection() {
      if (id != null) {
        return new Selection.ById(id.value());
      }
      return type != null
          ? new Selection.ByType(type)
          : new Selection.ByGroup(group == null ? "" : group);
    }

    String words() {
      if (id != null) {
        return "has the id " + Words.id(id.value());
      }
      return type != null ? "is of the type " + type : "is in the group " + group;
    }
  }

  @Override
  public Integer call() throws UsageException {
    Format format = options.format();
    if (!format.isOfLives()) {
      throw new UsageException(
          "history cannot print '" + format.word() + "', use " + Format.words(Format::isOfLives));
    }
    output.check(options.files());
    Selection selection = chosen.selection();
    NamedFrames named = new NamedFrames(sourceOption.sources());
    Reading reading =
        Reading.of(options.files(), rollcall.diagnostics(), () -> new JvmLog(selection));
    if (reading.recordings() == 0) {
      return ExitCode.UNREADABLE;
    }
    Iterator<History> histories = reading.analysis().histories(selection).map(named::of).iterator();
    if (!histories.hasNext()) {
      rollcall
          .diagnostics()
          .say(
              "no resource in these recordings "
                  + chosen.words()
                  + "; run rollcall report to see what there is");
    }
    if (histories.hasNext() || format == Format.JSON) {
      output.write(rollcall.out(), writer -> write(histories, format, writer));
    }
    return reading.unreadable() ? ExitCode.UNREADABLE : ExitCode.CLEAN;
  }

  private static void write(Iterator<History> histories, Format format, Writer writer)
      throws IOException {
    if (format == Format.JSON) {
      JsonHistory.write(histories, writer);
      writer.write('\n');
      return;
    }
    while (histories.hasNext()) {
      writer.write(Lives.of(histories.next()));
      if (histories.hasNext()) {
        writer.write('\n');
      }
    }
  }
}
