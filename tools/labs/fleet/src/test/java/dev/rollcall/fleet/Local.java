package dev.rollcall.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.sql.SparkSession;

/** Spark within this JVM. There is one at a time. */
final class Local {
  private Local() {}

  /** A session with so many cores. */
  static SparkSession spark(int cores) {
    return builder(cores).getOrCreate();
  }

  /** For a session that is to have more settings. */
  static SparkSession.Builder builder(int cores) {
    return SparkSession.builder()
        .master("local[" + cores + "]")
        .appName("fleet")
        .config("spark.sql.shuffle.partitions", 2)
        .config("spark.sql.warehouse.dir", Path.of("target/warehouse").toUri().toString());
  }

  /** Runs the job with so many cores, and tells a listener what happens. */
  static Summary run(int cores, SparkListener listener, Path in, Path out, Path codeowners)
      throws IOException, FleetException {
    try (SparkSession spark = spark(cores)) {
      spark.sparkContext().addSparkListener(listener);
      SourceOwners owners = new SourceOwners(codeowners.toString(), Files.readString(codeowners));
      return new Fleet(
              spark,
              new Fleet.Options(List.of(in.toUri().toString()), out.toUri().toString(), 3, owners))
          .run();
    }
  }
}
