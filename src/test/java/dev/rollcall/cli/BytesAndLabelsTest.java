package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.Recorded;
import dev.rollcall.testing.Regions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What resources hold and what JVMs are called, from a program of its own to the reports. */
class BytesAndLabelsTest extends CommandTest {
  @TempDir private static Path directory;

  private static Path older;
  private static Path newer;
  private static String exit;

  @BeforeAll
  static void run() throws Exception {
    older = directory.resolve("older.jfr");
    newer = directory.resolve("newer.jfr");
    exit = run(older, "env,version=1.4");
    run(newer, "env,version=1.5");
  }

  private static String run(Path file, String labels) throws Exception {
    return new ChildJvm()
        .options(
            "-Drollcall.mode=warn",
            "-Drollcall.labels=" + labels,
            "-XX:StartFlightRecording:filename=" + file,
            "-Xlog:jfr+startup=off")
        .environment("OTEL_SERVICE_NAME", "shop")
        .run(Regions.class)
        .with(0)
        .err();
  }

  private JsonNode json(String... arguments) throws Exception {
    Path output = directory.resolve("out.json");
    run(arguments);
    Files.writeString(output, out);
    return new ObjectMapper().readTree(out);
  }

  @Test
  void theExitReportSaysBoth() {
    assertThat(exit)
        .contains("Rollcall: service=shop, version=1.4")
        .contains(
            "The leaked resources hold 12.0 MiB: 12.0 MiB dev.rollcall.testing.Regions$Large,"
                + " 4.9 KiB");
  }

  @Test
  void everyCheckpointHasTheLabels() throws Exception {
    assertThat(Recorded.read(older).all("rollcall.Checkpoint"))
        .isNotEmpty()
        .allMatch(event -> event.getString("labels").equals("service=shop,version=1.4"));
  }

  @Test
  void theReportSaysBoth() {
    assertThat(run("report", older.toString())).isEqualTo(1);
    assertThat(out)
        .contains("never released, in 3 groups, holding 12.0 MiB.")
        .contains("; holding 4.9 KiB")
        .contains(", leaked, holding 1,000 bytes")
        .containsPattern("service=shop,\\s+version=1.4,\\s+20");
  }

  @Test
  void byBytesTheLargestGroupIsTheFirst() throws Exception {
    String counted = "Regions$Small";
    String sized = "Regions$Large";
    assertThat(run("report", older.toString())).isEqualTo(1);
    assertThat(out).contains("Causes, most leaks first");
    assertThat(out.indexOf("x dev.rollcall.testing." + counted))
        .isBetween(0, out.indexOf("x dev.rollcall.testing." + sized));
    assertThat(run("report", "--by", "bytes", older.toString())).isEqualTo(1);
    assertThat(out).contains("Causes, most bytes first");
    assertThat(out.indexOf("x dev.rollcall.testing." + sized))
        .isBetween(0, out.indexOf("x dev.rollcall.testing." + counted));

    JsonNode report = json("report", "--by", "bytes", "--format", "json", older.toString());
    assertThat(report.at("/groups/0/type").asText()).endsWith(sized);
    assertThat(report.at("/causes/0/bytes").asLong()).isEqualTo((12 << 20) + 5_000);

    assertThat(run("report", "--by", "bytes", "--format", "folded", older.toString())).isEqualTo(1);
    assertThat(out.lines())
        .hasSize(2)
        .anyMatch(line -> line.endsWith(sized + "_[i] " + (12 << 20)))
        .anyMatch(line -> line.endsWith(counted + "_[i] 5000"));
    assertThat(run("report", "--by", "age", older.toString())).isEqualTo(2);
    assertThat(err).contains("'age' is nothing that groups are ordered by, use count or bytes");
  }

  @Test
  void theJsonSaysBothAndIsReadBack() throws Exception {
    JsonNode report = json("report", "--format", "json", older.toString());
    assertThat(report.at("/totals/bytes").asLong()).isEqualTo((12 << 20) + 5_000);
    assertThat(report.at("/groups/0/bytes").asLong()).isEqualTo(5_000);
    assertThat(report.at("/groups/0/examples/0/bytes").asLong()).isEqualTo(1_000);
    assertThat(report.at("/groups/2").has("bytes")).isFalse();
    assertThat(report.at("/recordings/0/jvm/labels").toString())
        .isEqualTo("{\"service\":\"shop\",\"version\":\"1.4\"}");
    String drawn = report.at("/recordings/0/jvm/id").asText();
    assertThat(Recorded.read(older).all("rollcall.Checkpoint"))
        .extracting(event -> String.format("%016x", event.getLong("jvmId")))
        .containsOnly(drawn);

    Path file = directory.resolve("older.json");
    Files.writeString(file, out);
    JsonNode merged = json("merge", file.toString(), newer.toString());
    assertThat(merged.at("/groups/0/bytes").asLong()).isEqualTo(10_000);
    assertThat(merged.at("/recordings/0/jvm/labels/version").asText()).isEqualTo("1.4");
    assertThat(merged.at("/recordings/1/jvm/labels/version").asText()).isEqualTo("1.5");
    assertThat(merged.at("/recordings/0/jvm/id").asText()).isEqualTo(drawn);
    assertThat(merged.at("/recordings/1/jvm/id").asText())
        .matches("[0-9a-f]{16}")
        .isNotEqualTo(drawn);
  }

  @Test
  void aComparisonSaysOfWhichVersions() throws Exception {
    assertThat(run("diff", older.toString(), newer.toString())).isZero();
    assertThat(out).contains("\n  version 1.4 -> 1.5\n").doesNotContain("service");
    assertThat(json("diff", "--format", "json", older.toString(), newer.toString()).at("/labels"))
        .hasToString("[{\"key\":\"version\",\"before\":\"1.4\",\"after\":\"1.5\"}]");
  }

  @Test
  void theExportSaysWhatItsSizesAre() {
    assertThat(
            run(
                "export",
                "--async-profiler",
                older.toString(),
                "-o",
                directory.resolve("lives.jfr").toString()))
        .isZero();
    assertThat(err).contains("sizes are bytes for the 7 that said what they hold, and 1 for the");
  }
}
