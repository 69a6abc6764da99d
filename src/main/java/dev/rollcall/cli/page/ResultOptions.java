package dev.rollcall.cli.page;

import dev.rollcall.cli.option.Format;
import dev.rollcall.cli.option.OutputOption;
import dev.rollcall.cli.option.ResultStream;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.report.TextReport;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a report goes, and in which format: as its user says. */
public final class ResultOptions implements ReportTarget {
  private final boolean hints;

  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      converter = Format.Converter.class,
      description = "text (default), json, junit, sarif, folded or html.")
  private @Nullable Format format;

  /** {@code hints}: whether a text on a terminal ends with how to see more than a text. */
  public ResultOptions(boolean hints) {
    this.hints = hints;
  }

  @Override
  public void check(List<String> inputs) throws UsageException {
    if (format == Format.HTML) {
      output.checkPage();
    }
    output.check(inputs);
  }

  @Override
  public Format format() {
    return format == null ? Format.TEXT : format;
  }

  @Override
  public int columns() {
    return output.columns();
  }

  @Override
  public String ending() {
    return hints && format == null && output.isSeen() ? TextReport.pageHint(columns()) : "";
  }

  @Override
  public void write(ResultStream stdout, OutputOption.Content content) throws UsageException {
    output.write(stdout, content);
  }
}
