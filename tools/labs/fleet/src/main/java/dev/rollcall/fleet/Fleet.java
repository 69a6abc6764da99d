package dev.rollcall.fleet;

import dev.rollcall.report.table.JvmTables;
import dev.rollcall.report.table.Row;
import dev.rollcall.report.table.Table;
import dev.rollcall.report.table.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/**
 * Reads the recordings of a fleet on Spark, in two steps. The first asks each file whose it is,
 * which its first chunk says; the second reads all files of a process in one task, so that an
 * overlap of two files, or a copy, counts once, and no task waits for another.
 */
public final class Fleet {
  private static final String REPORT = "report.json";
  private static final String SUMMARY = "summary.json";

  /** So many tasks for each core: files are of all sizes. */
  private static final int SLICES = 4;

  private final SparkSession spark;
  private final JavaSparkContext context;
  private final Configuration hadoop;
  private final Options options;

  /**
   * What is asked for.
   *
   * @param in directories or files, as URIs of any file system that Hadoop knows
   * @param out the directory for the tables, the report and the summary
   * @param examples how many lives of each group are told
   * @param owners who owns which source file
   */
  public record Options(List<String> in, String out, int examples, SourceOwners owners) {
    public Options {
      in = List.copyOf(in);
    }
  }

  public Fleet(SparkSession spark, Options options) {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.hadoop = spark.sparkContext().hadoopConfiguration();
    this.options = options;
  }

  /**
   * Reads everything and writes everything.
   *
   * @throws FleetException if there is nothing to read
   * @throws IOException if something cannot be written
   */
  public Summary run() throws FleetException, IOException {
    long start = System.nanoTime();
    Broadcast<SerializableConfiguration> conf =
        context.broadcast(new SerializableConfiguration(hadoop));
    List<JvmFiles> processes = JvmFiles.of(whose(RecordingFiles.below(options.in(), hadoop), conf));
    JavaRDD<Outcome> outcomes = findings(processes, conf).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      List<Read> read =
          outcomes.map(outcome -> new Read(outcome.reading(), days(outcome.rows()))).collect();
      writeTables(outcomes, read);
      JavaRDD<String> reports = outcomes.flatMap(outcome -> outcome.report().iterator());
      save(REPORT, MergedReports.of(reports, options.examples()));
      Summary summary =
          Summary.of(
              read.stream().map(Read::reading).toList(),
              Duration.ofNanos(System.nanoTime() - start));
      save(SUMMARY, summary.json());
      return summary;
    } finally {
      outcomes.unpersist(false);
      conf.destroy();
    }
  }

  private List<Tuple2<RecordingFile, Set<Whose>>> whose(
      List<RecordingFile> files, Broadcast<SerializableConfiguration> conf) {
    int slices = Math.min(files.size(), SLICES * context.defaultParallelism());
    return context
        .parallelize(files, slices)
        .map(file -> new Tuple2<>(file, Whose.is(file, conf.value().value())))
        .collect();
  }

  /** A partition for each process: one that is large holds up nobody but itself. */
  private JavaRDD<Outcome> findings(
      List<JvmFiles> processes, Broadcast<SerializableConfiguration> conf) {
    int examples = options.examples();
    SourceOwners owners = options.owners();
    return context
        .parallelize(processes, processes.size())
        .map(files -> new Analyst(conf.value().value(), examples, owners).read(files));
  }

  /** What the driver is told of a task: not the rows, only of which days each table has some. */
  private record Read(Outcome.Reading reading, Map<String, Set<LocalDate>> days)
      implements Serializable {}

  private void writeTables(JavaRDD<Outcome> outcomes, List<Read> read) throws IOException {
    Map<String, Set<LocalDate>> filled = new HashMap<>();
    read.forEach(one -> addAll(one.days(), filled));
    NavigableSet<LocalDate> days = new TreeSet<>();
    filled.values().forEach(days::addAll);
    List<TableRows> unreadable =
        unreadable(read.stream().flatMap(one -> one.reading().bad().stream()).toList(), days);
    addAll(days(unreadable), filled);
    filled.values().forEach(days::addAll);
    JavaRDD<TableRows> rows =
        outcomes
            .flatMap(outcome -> outcome.rows().iterator())
            .union(context.parallelize(unreadable, 1));
    new TableWriter(spark, hadoop, options.out()).write(rows, days, filled);
  }

  private static void addAll(Map<String, Set<LocalDate>> days, Map<String, Set<LocalDate>> filled) {
    days.forEach((table, of) -> filled.computeIfAbsent(table, name -> new TreeSet<>()).addAll(of));
  }

  /**
   * The rows of files that cannot be read, in the order of their names: of the day on which they
   * were written last, if there are findings of it, or else of the last day that there are some of.
   */
  private static List<TableRows> unreadable(List<BadFile> bad, NavigableSet<LocalDate> days) {
    Table loss =
        Tables.all().stream()
            .filter(table -> table.name().equals("loss"))
            .findFirst()
            .orElseThrow();
    Map<LocalDate, List<Row>> rows = new TreeMap<>();
    bad.stream()
        .distinct()
        .sorted(Comparator.comparing(file -> file.file().name()))
        .forEach(
            file -> {
              LocalDate changed = file.file().changed();
              LocalDate day = days.isEmpty() || days.contains(changed) ? changed : days.last();
              rows.computeIfAbsent(day, date -> new ArrayList<>())
                  .add(JvmTables.unreadable(file.file().name(), file.sentence()));
            });
    return rows.entrySet().stream()
        .map(day -> TableRows.of(loss, day.getKey(), day.getValue()))
        .toList();
  }

  private static Map<String, Set<LocalDate>> days(List<TableRows> rows) {
    Map<String, Set<LocalDate>> days = new HashMap<>();
    for (TableRows some : rows) {
      if (!some.rows().isEmpty()) {
        days.computeIfAbsent(some.table(), name -> new TreeSet<>()).add(some.date());
      }
    }
    return days;
  }

  /** Whole or not at all, where the file system can rename a file at once. */
  private void save(String name, String text) throws IOException {
    Path file = new Path(options.out(), name);
    Path unfinished = new Path(options.out(), '_' + name);
    FileSystem files = file.getFileSystem(hadoop);
    try (OutputStream out = files.create(unfinished, true)) {
      out.write((text + '\n').getBytes(StandardCharsets.UTF_8));
    }
    files.delete(file, false);
    if (!files.rename(unfinished, file)) {
      throw new IOException("cannot write " + file);
    }
  }
}
