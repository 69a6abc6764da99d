package dev.rollcall.fleet;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The job as spark-submit starts it. */
@Command(
    name = "fleet",
    mixinStandardHelpOptions = true,
    description =
        "Reads the recordings of a fleet of JVMs, and writes what leaked as tables (Parquet), as"
            + " report.json and as summary.json.")
public final class FleetJob implements Callable<Integer> {
  private static final int USAGE = 2;

  @Option(
      names = "--in",
      required = true,
      split = ",",
      paramLabel = "URI",
      description =
          "Where the recordings are, at any depth: of any file system that Hadoop knows. May be"
              + " repeated.")
  private List<String> in = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "URI",
      description =
          "The directory for the results. A day that the recordings are of is replaced in the tables"
              + " that are there.")
  private String out = "";

  @Option(
      names = "--examples",
      paramLabel = "N",
      description = "How many lives of each group are told whole (${DEFAULT-VALUE}).")
  private int examples = 3;

  @Option(
      names = "--codeowners",
      paramLabel = "URI",
      description = "Say who answers for what leaked, by this CODEOWNERS file.")
  private @Nullable String codeowners;

  private FleetJob() {}

  /** Runs the job: status 0 if it is done, 2 if it cannot be done as it was asked for. */
  public static void main(String[] arguments) {
    int status = new CommandLine(new FleetJob()).execute(arguments);
    if (status != 0) {
      System.exit(status);
    }
  }

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = SparkSession.builder().appName("rollcall fleet").getOrCreate()) {
      SourceOwners owners = owners(spark.sparkContext().hadoopConfiguration());
      Summary summary = new Fleet(spark, new Fleet.Options(in, out, examples, owners)).run();
      summary.lines().forEach(FleetJob::say);
      return 0;
    } catch (FleetException | IllegalArgumentException e) {
      say(String.valueOf(e.getMessage()));
      return USAGE;
    }
  }

  private static void say(String sentence) {
    System.err.println("rollcall: " + sentence);
  }

  private SourceOwners owners(Configuration hadoop) throws IOException, FleetException {
    if (codeowners == null) {
      return SourceOwners.NONE;
    }
    Path file = new Path(codeowners);
    try (FSDataInputStream in = file.getFileSystem(hadoop).open(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      SourceOwners owners = new SourceOwners(codeowners, text);
      owners.of(new StackTraceElement("Any", "method", null, 0));
      return owners;
    } catch (FileNotFoundException e) {
      throw new FleetException("there is no " + codeowners + "; check --codeowners", e);
    }
  }
}
