package dev.rollcall.cli;

import dev.rollcall.analysis.JvmLog;
import dev.rollcall.analysis.Selection;
import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.source.NamedFrames;
import dev.rollcall.cli.option.ChosenLives;
import dev.rollcall.cli.option.Format;
import dev.rollcall.cli.option.OutputOption;
import dev.rollcall.cli.option.ReadingOptions;
import dev.rollcall.cli.option.SourceOption;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.cli.page.RedactOption;
import dev.rollcall.cli.reading.Reading;
import dev.rollcall.common.Words;
import dev.rollcall.report.Lives;
import dev.rollcall.report.ReportWords;
import dev.rollcall.report.json.JsonHistory;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code rollcall history}: the life of one resource, of a type, or of a leak group. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    versionProvider = RollcallCommand.Version.class,
    header = "Show the lives of chosen resources, step by step.",
    description = {
      "",
      "Prints every recorded step of the chosen resources, leaked or not, with its stack. Choose"
          + " them by --id, --type or --group, by how they ended with --leaked or --open, or both.",
      ""
    },
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {
      " 0:done, whatever the recordings tell, even if nothing matches",
      ExitCode.USAGE_WORDS,
      ExitCode.UNREADABLE_WORDS
    },
    footer = {
      "",
      "Examples:",
      "  rollcall history app.jfr --id 0x2a",
      "  rollcall history app.jfr --type PooledBuffer --leaked --limit 3",
      "  rollcall history app.jfr --group 'com.acme.PooledBuffer@0123456789abcdef'"
    })
final class HistoryCommand implements Callable<Integer> {
  @ParentCommand private RollcallCommand rollcall = RollcallCommand.UNSET;

  @Mixin private OutputOption output = new OutputOption();

  @Mixin private ReadingOptions options = new ReadingOptions();

  @Mixin private ChosenLives chosen = new ChosenLives();

  @Mixin private SourceOption sourceOption = new SourceOption();

  @Mixin private RedactOption redactOption = new RedactOption();

  @Override
  public Integer call() throws UsageException {
    Format format = options.format();
    if (!format.isOfLives()) {
      throw new UsageException(
          "history cannot print '"
              + format.word()
              + "', use "
              + Format.words(Format::isOfLives)
              + (format == Format.HTML ? "; rollcall view shows example lives on a page" : ""));
    }
    chosen.check();
    output.check(options.files());
    Selection selection = chosen.selection();
    NamedFrames named = new NamedFrames(sourceOption.sources());
    Reading reading =
        Reading.of(
            rollcall.inputs(options.files()), rollcall.diagnostics(), () -> new JvmLog(selection));
    if (reading.recordings() == 0) {
      return ExitCode.UNREADABLE;
    }
    Iterator<History> all =
        reading
            .analysis()
            .histories(selection)
            .filter(chosen::ended)
            .map(named::of)
            .map(redactOption.ofLives())
            .iterator();
    boolean none = !all.hasNext();
    if (none) {
      rollcall
          .diagnostics()
          .say(
              "no resource in these recordings "
                  + chosen.words()
                  + perhapsNotFollowed(reading.analysis().findings(0).totals())
                  + "; run rollcall report to see what there is");
    }
    if (!none || format == Format.JSON) {
      FirstLives first = new FirstLives(all, chosen.limit());
      output.write(rollcall.out(), writer -> write(first, format, writer, output.columns()));
      sayHowManyMore(first);
    }
    return reading.unreadable() ? ExitCode.UNREADABLE : ExitCode.CLEAN;
  }

  private static String perhapsNotFollowed(FindingTotals totals) {
    return totals.following().isAll()
        ? ""
        : ", but only "
            + ReportWords.followed(totals)
            + ", and of the others none is known that was released";
  }

  private void sayHowManyMore(FirstLives first) {
    long more = first.countRest();
    if (more > 0) {
      rollcall
          .diagnostics()
          .say(
              Words.count(more, "more life is", "more lives are")
                  + " not shown; raise --limit to see more");
    }
  }

  private static void write(Iterator<History> histories, Format format, Writer writer, int columns)
      throws IOException {
    if (format == Format.JSON) {
      JsonHistory.write(histories, writer);
      writer.write('\n');
      return;
    }
    while (histories.hasNext()) {
      writer.write(Lives.of(histories.next(), columns));
      if (histories.hasNext()) {
        writer.write('\n');
      }
    }
  }

  /** As many of the lives as are wanted, and then how many there would be. */
  private static final class FirstLives implements Iterator<History> {
    private final Iterator<History> all;
    private int left;

    FirstLives(Iterator<History> all, int limit) {
      this.all = all;
      this.left = limit;
    }

    @Override
    public boolean hasNext() {
      return left > 0 && all.hasNext();
    }

    @Override
    public History next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      left--;
      return all.next();
    }

    /** Passes over the rest. */
    long countRest() {
      long count = 0;
      while (all.hasNext()) {
        all.next();
        count++;
      }
      return count;
    }
  }
}
