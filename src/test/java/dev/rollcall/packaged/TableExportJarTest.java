package dev.rollcall.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.golden.Recordings;
import dev.rollcall.report.parquet.ReadParquet;
import dev.rollcall.report.table.Table;
import dev.rollcall.report.table.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tool's one file writes tables, although it holds but a part of Parquet's writer. */
@Tag("packaged")
final class TableExportJarTest {
  private static final long DEADLINE_SECONDS = 60;

  @TempDir private Path directory = Path.of("");

  private int run(Path output, String... arguments) throws Exception {
    Stream<String> java =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            Jars.ours("-cli").toAbsolutePath().toString());
    Process process =
        new ProcessBuilder(Stream.concat(java, Stream.of(arguments)).toList())
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).isTrue();
    return process.exitValue();
  }

  @Test
  void tablesAreWrittenAndReplaced() throws Exception {
    String finished = Path.of(Recordings.get("finished")).toAbsolutePath().toString();
    String lossy = Path.of(Recordings.get("lossy")).toAbsolutePath().toString();
    Path output = directory.resolve("output");

    assertThat(run(output, "export", "--parquet", "findings", finished)).isZero();
    assertThat(run(output, "export", "--parquet", "findings", lossy)).isZero();
    // Now the notes of two files are read.
    assertThat(run(output, "export", "--parquet", "findings", finished, lossy)).isZero();

    assertThat(Files.readAllLines(output))
        .singleElement()
        .asString()
        .startsWith("rollcall: wrote 2 JVMs, ");
    for (Table table : Tables.all()) {
      try (Stream<Path> files = Files.walk(directory.resolve("findings").resolve(table.name()))) {
        List<Path> parts = files.filter(Files::isRegularFile).toList();
        assertThat(parts).hasSize(1);
        List<Map<String, Object>> rows = ReadParquet.rows(parts.get(0));
        assertThat(rows).isNotEmpty();
      }
    }
  }

  /** What only a writer that fails needs is in it, too. */
  @Test
  void whatCannotBeWrittenIsSaidInOneSentence() throws Exception {
    String finished = Path.of(Recordings.get("finished")).toAbsolutePath().toString();
    Path output = directory.resolve("output");
    Files.createDirectories(directory.resolve("findings"));
    Files.writeString(directory.resolve("findings/group"), "in the way");

    assertThat(run(output, "export", "--parquet", "findings", finished)).isEqualTo(2);

    assertThat(Files.readAllLines(output))
        .singleElement()
        .asString()
        .startsWith("rollcall: cannot write to --parquet");
  }
}
