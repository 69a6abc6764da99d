package dev.rollcall.cli.export;

import dev.rollcall.cli.gate.GateFiles;
import dev.rollcall.cli.option.OutputOption;
import dev.rollcall.cli.option.SourceOption;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.cli.page.PageOptions;
import dev.rollcall.cli.page.RedactOption;
import dev.rollcall.gate.Shown;
import dev.rollcall.report.source.Repository;
import dev.rollcall.report.source.SourceLinks;
import dev.rollcall.report.source.Sources;
import dev.rollcall.report.table.Owners;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Whether findings are written as tables, where to, and what is in them. */
public final class TableOptions {
  private static final int EXAMPLES = 3;

  @Option(
      names = "--parquet",
      paramLabel = "DIR",
      converter = OutputOption.FileConverter.class,
      description =
          "Write the findings of all JVMs as tables, in Parquet files in DIR: jvm, cause, group,"
              + " suspect, resource, step and loss, in a directory for each day. DIR is made if"
              + " there is none. What DIR has of the same JVMs on the same day is replaced.")
  private @Nullable Path directory;

  @Option(
      names = "--codeowners",
      paramLabel = "FILE",
      converter = OutputOption.FileConverter.class,
      description =
          "In tables, name the owners of each group and cause whose source file is at hand (see"
              + " --source), as FILE, a CODEOWNERS file, has them.")
  private @Nullable Path owners;

  @Option(
      names = "--examples",
      paramLabel = "N",
      converter = CountConverter.class,
      description =
          "In tables, write the lives of up to N resources of each group and JVM; 0 for none."
              + " Default: 3. JSON reports have no more than 3.")
  private @Nullable Integer examples;

  @Mixin private SourceOption sourceOption = new SourceOption();

  @Mixin private GateFiles gateFiles = new GateFiles();

  @Mixin private RedactOption redactOption = new RedactOption();

  /** Reads how many: a whole number, 0 or more. */
  static final class CountConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (text.matches("[0-9]+")) {
        return new BigInteger(text).min(BigInteger.valueOf(Integer.MAX_VALUE)).intValueExact();
      }
      throw new TypeConversionException("'" + text + "' is not a whole number, use 0 or more");
    }
  }

  /** Whether tables are asked for. */
  public boolean isGiven() {
    return directory != null;
  }

  /** How many lives of a group are shown. */
  public int examples() {
    return Objects.requireNonNullElse(examples, EXAMPLES);
  }

  /** Refuses what says nothing, because no tables are written. */
  public void checkNone() throws UsageException {
    String given =
        owners != null
            ? "--codeowners"
            : examples != null
                ? "--examples"
                : !sourceOption.directories().isEmpty()
                    ? "--source"
                    : !gateFiles.files().isEmpty()
                        ? "--suppressions or --baseline"
                        : redactOption.words().isEmpty() ? null : "--redact";
    if (given != null) {
      throw new UsageException(
          given + " is for tables; add --parquet DIR instead of another tool, or leave it out");
    }
  }

  /** Refuses, before any work is done, what cannot be; then what is to be done for each JVM. */
  public TableExport export(Shown shown) throws UsageException {
    TableDirectory to = TableDirectory.of(Objects.requireNonNull(directory));
    Sources sources = sourceOption.sources();
    return new TableExport(
        to, gateFiles.load(), sources, shown, redactOption::from, owners(sources));
  }

  private Owners owners(Sources sources) throws UsageException {
    if (owners == null) {
      return Owners.NONE;
    }
    Path here = Path.of("");
    return new SourceLinks(
            sources,
            here,
            Repository.of(here, sourceOption.directories()),
            null,
            PageOptions.codeOwners(owners))
        ::owners;
  }
}
