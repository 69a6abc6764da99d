package dev.rollcall.fleet;

import dev.rollcall.fleet.made.Fleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * How long the job takes: DIR CORES [JVMS MEBIBYTES PRICE]. It reads the fleet in DIR twice, for
 * the first time warms the JVM up, and prints a line of the second; and what that means for so many
 * JVMs a day with so many mebibytes of recordings each, where a core costs so much an hour.
 */
final class Bench {
  private static final double MEBI = 1 << 20;
  private static final double GIBI = 1 << 30;
  private static final double SECONDS = 3600;

  private final Path directory;
  private final int cores;

  private Bench(Path directory, int cores) {
    this.directory = directory;
    this.cores = cores;
  }

  public static void main(String[] arguments) throws IOException, FleetException {
    Bench bench = new Bench(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    Summary second = bench.run();
    bench.say(second);
    if (arguments.length > 2) {
      bench.plan(
          second,
          Integer.parseInt(arguments[2]),
          Double.parseDouble(arguments[3]),
          Double.parseDouble(arguments[4]));
    }
  }

  private Summary run() throws IOException, FleetException {
    try (SparkSession spark = Local.spark(cores)) {
      run(spark);
      return run(spark);
    }
  }

  private Summary run(SparkSession spark) throws IOException, FleetException {
    Path in = new Fleet(directory, Fleet.FEWEST, 1, 1).recordings();
    return new dev.rollcall.fleet.Fleet(
            spark,
            new dev.rollcall.fleet.Fleet.Options(
                List.of(in.toUri().toString()), out().toUri().toString(), 3, SourceOwners.NONE))
        .run();
  }

  private Path out() {
    return directory.resolve("bench");
  }

  private void say(Summary summary) {
    System.out.printf(
        Locale.ROOT,
        "local[%d]: %,d JVMs, %,d files, %.1f MiB in %.1f s: %.2f MiB/s, %.3f s a JVM;"
            + " the tasks that read took %.1f s, the slowest %.1f s%n",
        cores,
        summary.jvms(),
        summary.files(),
        summary.bytes() / MEBI,
        summary.seconds(),
        summary.bytes() / MEBI / summary.seconds(),
        summary.seconds() / summary.jvms(),
        summary.taskSeconds(),
        summary.slowestSeconds());
  }

  /** Reading grows with the bytes, the rest with the JVMs; what Spark does once counts as rest. */
  private void plan(Summary summary, int jvms, double mebibytes, double price) throws IOException {
    double reading = summary.taskSeconds() / (summary.bytes() / MEBI) * mebibytes * jvms / SECONDS;
    double rest =
        (cores * summary.seconds() - summary.taskSeconds()) / summary.jvms() * jvms / SECONDS;
    System.out.printf(
        Locale.ROOT,
        "plan: %,d JVMs a day with %.1f MiB each are %.1f GiB of recordings; %.1f core hours to read"
            + " them and %.1f for the rest cost %.2f a day at %.3f a core hour; %.2f GiB of tables%n",
        jvms,
        mebibytes,
        jvms * mebibytes * MEBI / GIBI,
        reading,
        rest,
        (reading + rest) * price,
        price,
        tableBytes() / (double) summary.jvms() * jvms / GIBI);
  }

  private long tableBytes() throws IOException {
    try (Stream<Path> files = Files.walk(out())) {
      return files
          .filter(file -> file.toString().endsWith(".parquet"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }
}
