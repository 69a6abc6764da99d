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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Whether findings are written as tables or as logs and metrics, where to, and what is in them. */
public final class FindingsOptions {
  private static final int EXAMPLES = 3;

  @Option(
      names = "--parquet",
      paramLabel = "DIR",
      converter = OutputOption.FileConverter.class,
      description =
          "Write the findings of all JVMs as tables, in Parquet files in DIR: jvm, cause, group,"
              + " suspect, resource, step and loss, in a directory for each day. DIR is made if"
              + " there is none. What DIR has of the same JVMs on the same day is replaced.")
  private @Nullable Path tables;

  @Option(
      names = "--otlp",
      paramLabel = "DIR",
      converter = OutputOption.FileConverter.class,
      description =
          "Write the findings as OpenTelemetry's JSON lines, which its collector reads: a log record"
              + " for each cause in DIR/logs.jsonl, and metrics in DIR/metrics.jsonl. DIR is made if"
              + " there is none, and the files are replaced.")
  private @Nullable Path otlp;

  @Option(
      names = "--codeowners",
      paramLabel = "FILE",
      converter = OutputOption.FileConverter.class,
      description =
          "Name the owners of each group and cause whose source file is at hand (see"
              + " --source), as FILE, a CODEOWNERS file, has them; in tables and with --otlp.")
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

  /** What of this is asked for: none, or one, or what cannot be together. */
  public int asked() {
    return (tables == null ? 0 : 1) + (otlp == null ? 0 : 1);
  }

  /** The option that is given, which names a directory. */
  public String option() {
    return otlp == null ? "--parquet" : "--otlp";
  }

  /** How many lives of a group are shown. */
  public int examples() {
    return otlp == null ? Objects.requireNonNullElse(examples, EXAMPLES) : 0;
  }

  /** Refuses what says nothing, because no findings are written. */
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
          given + " is for findings; add --parquet DIR or --otlp DIR, or leave it out");
    }
  }

  /** Refuses, before any work is done, what cannot be; then what is to be done for each JVM. */
  public FindingsExport export(Shown shown) throws UsageException {
    Path directory = Objects.requireNonNull(otlp == null ? tables : otlp);
    if (otlp != null && examples != null) {
      throw new UsageException("--examples is for tables: --otlp writes no lives; leave it out");
    }
    mustBeADirectory(option(), directory);
    Sources sources = sourceOption.sources();
    Owners of = owners(sources);
    return new FindingsExport(
        otlp == null
            ? new TableTarget(new TableDirectory(directory), of, examples())
            : new OtlpTarget(directory, of),
        gateFiles.load(),
        sources,
        shown,
        redactOption::from);
  }

  /** It need not be there yet, but it must be possible to make it. */
  private static void mustBeADirectory(String option, Path directory) throws UsageException {
    Path there = directory.toAbsolutePath().normalize();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new UsageException(
          option + " " + directory + " is a file; name a directory, or one that is not there yet");
    }
    if (!Files.isDirectory(there) || !Files.isWritable(there)) {
      throw new UsageException(
          "cannot write to "
              + option
              + " "
              + directory
              + "; name a directory that you may write to");
    }
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
