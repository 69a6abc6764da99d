package dev.rollcall.fleet;

import dev.rollcall.report.table.Table;
import dev.rollcall.report.table.Tables;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Writes the tables as Parquet files, one for each table and day. A day that is there already is
 * replaced in all tables; others stay as they are.
 */
final class TableWriter {
  private final SparkSession spark;
  private final Configuration hadoop;
  private final String directory;

  TableWriter(SparkSession spark, Configuration hadoop, String directory) {
    this.hadoop = hadoop;
    this.directory = directory;
    // Of its own, so that nobody else's tables are written by these settings.
    this.spark = spark.newSession();
    this.spark.conf().set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    this.spark.conf().set("spark.sql.sources.partitionOverwriteMode", "dynamic");
    this.spark.conf().set("spark.sql.session.timeZone", "UTC");
  }

  /**
   * Writes all tables, that of the JVMs last.
   *
   * @param days the days that are replaced
   * @param filled those of them that each table has rows of
   */
  void write(JavaRDD<TableRows> rows, Set<LocalDate> days, Map<String, Set<LocalDate>> filled)
      throws IOException {
    for (Table table : Tables.all()) {
      String name = table.name();
      Set<LocalDate> of = filled.getOrDefault(name, Collections.emptySet());
      for (LocalDate day : days) {
        if (!of.contains(day)) {
          clear(name, day);
        }
      }
      if (!of.isEmpty()) {
        JavaRDD<Row> all =
            rows.filter(some -> some.table().equals(name)).flatMap(some -> some.rows().iterator());
        spark
            .createDataFrame(all, new SparkTable(table).schema())
            .repartition(of.size(), functions.col(SparkTable.DATE))
            .sortWithinPartitions(SparkTable.DATE, "jvm", SparkTable.PLACE)
            .drop(SparkTable.PLACE)
            .write()
            .mode(SaveMode.Overwrite)
            .partitionBy(SparkTable.DATE)
            .parquet(directory + '/' + name);
      }
    }
  }

  /** A day that had findings of some kind may have none any more. */
  private void clear(String table, LocalDate day) throws IOException {
    Path path = new Path(directory, table + '/' + SparkTable.DATE + '=' + day);
    FileSystem files = path.getFileSystem(hadoop);
    files.delete(path, true);
  }
}
