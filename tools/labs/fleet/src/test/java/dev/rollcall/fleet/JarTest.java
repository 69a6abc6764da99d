package dev.rollcall.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.fleet.made.MadeJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The job as spark-submit is given it: one jar, and Spark's own beside it. */
@ExtendWith(Runs.Given.class)
class JarTest {
  /** What is in the job's jar, and must not be found elsewhere. */
  private static final List<String> OURS =
      List.of("rollcall", "jmc", "HdrHistogram", "picocli", "test-classes", "fleet/target");

  @Test
  void sparkSubmitRunsIt(Runs runs) throws IOException, InterruptedException {
    MadeJvm jvm = runs.fleet().jvms().get(1);
    Path in =
        runs.fleet()
            .recordings()
            .resolve(jvm.service().word())
            .resolve(jvm.date().toString())
            .resolve(jvm.pod());
    Path out = runs.directory().resolve("submitted");
    Path log = runs.directory().resolve("submitted.log");
    int status =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("spark.options").toAbsolutePath(),
                "-cp",
                sparkJars(),
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                "local[1]",
                "--class",
                FleetJob.class.getName(),
                System.getProperty("fleet.jar"),
                "--in",
                in.toUri().toString(),
                "--out",
                out.toUri().toString(),
                "--codeowners",
                runs.fleet().codeowners().toUri().toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    assertThat(status).as(() -> read(log)).isZero();
    JsonNode report = new ObjectMapper().readTree(out.resolve("report.json").toFile());
    assertThat(report.get("totals").get("leaked").longValue()).isEqualTo(jvm.leaked()).isPositive();
    assertThat(out.resolve("jvm/date=" + jvm.date())).isDirectory();
    assertThat(read(log)).contains("rollcall: read ");
  }

  @Test
  void itHidesNothingOfSpark() throws IOException {
    try (ZipFile jar = new ZipFile(System.getProperty("fleet.jar"))) {
      assertThat(
              jar.stream()
                  .map(entry -> entry.getName())
                  .filter(name -> name.endsWith(".class"))
                  .map(name -> name.split("/", 4))
                  .map(parts -> String.join("/", Arrays.copyOf(parts, Math.min(3, parts.length))))
                  .distinct())
          .noneMatch(name -> name.startsWith("org/apache/") || name.startsWith("com/fasterxml/"))
          .contains("dev/rollcall/fleet", "dev/rollcall/reader");
    }
  }

  private static String sparkJars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> OURS.stream().noneMatch(entry::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String read(Path log) {
    try {
      return Files.readString(log, UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
