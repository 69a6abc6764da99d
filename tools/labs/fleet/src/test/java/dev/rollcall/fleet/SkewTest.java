package dev.rollcall.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.fleet.made.Fleet;
import dev.rollcall.fleet.made.MadeJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A JVM whose recordings are large or slow, one whose are forbidden, and a day that is read again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SkewTest {
  private static final String DAY = MadeJvm.FIRST_DAY.toString();

  private final Order order = new Order();
  private final Set<String> leftBefore = new HashSet<>();
  private final Set<String> leftAfter = new HashSet<>();
  private final List<String> afterwards = new ArrayList<>();
  private final Map<String, Long> jvms = new TreeMap<>();
  private final Map<String, Long> jvmsThen = new TreeMap<>();

  /** In which order the tasks of the second step ended; opens the gate for the last. */
  private static final class Order extends SparkListener {
    private final List<Integer> ended = Collections.synchronizedList(new ArrayList<>());
    private int tasks;

    @Override
    public synchronized void onStageSubmitted(SparkListenerStageSubmitted stage) {
      if (stage.stageInfo().stageId() == GatedFiles.READING) {
        tasks = stage.stageInfo().numTasks();
      }
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
      if (task.stageId() == GatedFiles.READING) {
        ended.add(task.taskInfo().index());
        if (ended.size() == tasks - 1) {
          GatedFiles.GATE.countDown();
        }
      }
    }
  }

  private Summary summary;

  SkewTest() {
    summary = new Summary(0, 0, 0, 0, 0, List.of(), "", 0, 0, 0, 0);
  }

  @BeforeAll
  void run(@TempDir Path directory) throws IOException, FleetException, SQLException {
    leftBefore.addAll(copies());
    Fleet fleet = new Fleet(directory, Fleet.FEWEST, 1, 1);
    fleet.write();
    Path out = directory.resolve("out");
    try (SparkSession spark =
        Local.builder(2)
            .config("spark.hadoop.fs.file.impl", GatedFiles.class.getName())
            // Hadoop may have one of another test.
            .config("spark.hadoop.fs.file.impl.disable.cache", true)
            .getOrCreate()) {
      spark.sparkContext().addSparkListener(order);
      summary = run(spark, fleet.recordings(), out);
      jvms.putAll(perDay(out));
      // A service that leaked nothing on that day.
      run(spark, fleet.recordings().resolve("search").resolve(DAY), out);
      jvmsThen.putAll(perDay(out));
    }
    leftAfter.addAll(copies());
    try (Stream<Path> causes = Files.list(out.resolve("cause"))) {
      causes.map(Path::getFileName).map(Path::toString).sorted().forEach(afterwards::add);
    }
  }

  private static Summary run(SparkSession spark, Path in, Path out)
      throws IOException, FleetException {
    return new dev.rollcall.fleet.Fleet(
            spark,
            new dev.rollcall.fleet.Fleet.Options(
                List.of(in.toUri().toString()), out.toUri().toString(), 3, SourceOwners.NONE))
        .run();
  }

  private static Map<String, Long> perDay(Path out) throws SQLException {
    Map<String, Long> days = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT date, count(*) FROM read_parquet('"
                    + out
                    + "/jvm/*/*.parquet', hive_partitioning = true) GROUP BY date")) {
      while (rows.next()) {
        days.put(rows.getString(1), rows.getLong(2));
      }
    }
    return days;
  }

  @Test
  void noTaskWaitsForTheLargest() {
    assertThat(order.ended).hasSizeGreaterThan(2).doesNotHaveDuplicates();
    // It was the first to begin.
    assertThat(order.ended.get(order.ended.size() - 1)).isZero();
    assertThat(summary.bad()).noneMatch(file -> file.file().contains(GatedFiles.LARGE));
  }

  @Test
  void aFileThatMayNotBeReadCostsItself() {
    assertThat(summary.jvms()).isEqualTo(Fleet.FEWEST - 1);
    assertThat(summary.bad())
        .filteredOn(file -> file.file().contains(GatedFiles.FORBIDDEN))
        .isNotEmpty()
        .allMatch(file -> file.sentence().startsWith("cannot fetch "));
  }

  @Test
  void aDayThatIsReadAgainIsReplacedAndNoOther() {
    assertThat(jvms).hasSize(8).containsEntry(DAY, 4L);
    Map<String, Long> expected = new TreeMap<>(jvms);
    expected.put(DAY, 1L);
    assertThat(jvmsThen).isEqualTo(expected);
    assertThat(afterwards)
        .contains("date=" + MadeJvm.FIRST_DAY.plusDays(1))
        .doesNotContain("date=" + DAY);
  }

  @Test
  void nothingIsLeftOnTheDisk() {
    assertThat(leftAfter).isEqualTo(leftBefore);
  }

  private static Set<String> copies() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("rollcall-fleet"))
          .collect(Collectors.toSet());
    }
  }
}
