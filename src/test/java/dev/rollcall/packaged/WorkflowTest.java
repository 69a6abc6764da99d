package dev.rollcall.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.rollcall.recording.SampleRecordings;
import dev.rollcall.testing.Alone;
import dev.rollcall.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample of a GitHub workflow: its own commands, run by the shell that GitHub uses. */
@Tag("packaged")
final class WorkflowTest {
  private static final Path FILE = Path.of("tools", "demo", "github-action", "leaks.yml");
  private static final long DEADLINE_SECONDS = 120;
  private static final String GATE = "Fail on new leaks";

  @TempDir private Path directory;
  private List<JsonNode> steps = List.of();

  @BeforeEach
  void read() throws Exception {
    JsonNode jobs = new ObjectMapper(new YAMLFactory()).readTree(FILE.toFile()).path("jobs");
    steps = new ArrayList<>();
    jobs.path("leaks").path("steps").forEach(steps::add);

    Files.copy(Jars.ours("-cli"), directory.resolve("rollcall-cli.jar"));
    Files.createDirectories(directory.resolve(".github"));
    Files.createDirectories(directory.resolve("recordings"));
    Files.copy(SampleRecordings.get("leaky"), directory.resolve("recordings/tests.jfr"));
  }

  private JsonNode step(String name) {
    return steps.stream()
        .filter(step -> step.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Runs a script as a step is run; its status. */
  private int run(String script) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-e", "-c", script)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log.txt").toFile());
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    builder.environment().merge("PATH", java, (path, ours) -> ours + ":" + path);
    Process process = builder.start();
    boolean ended = process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).isTrue();
    return process.exitValue();
  }

  private String written(String file) throws Exception {
    return Files.readString(directory.resolve(file), UTF_8);
  }

  /** The command that the head of the file gives for it. */
  private void makeBaseline() throws Exception {
    String command =
        Files.readString(FILE, UTF_8)
            .lines()
            .filter(line -> line.startsWith("#   java "))
            .findFirst()
            .orElseThrow();
    assertThat(run(command.substring(1))).as(command).isZero();
  }

  @Test
  void newLeaksFailAndAreWrittenForTheUpload() throws Exception {
    Files.writeString(directory.resolve(".github/leaks.json"), clean());

    assertThat(run(step(GATE).path("run").asText())).isEqualTo(1);
    assertThat(written("log.txt")).contains("LEAK: 2 of 10 registered resources were never");
    assertThat(written("leaks.sarif")).contains("\"ruleId\" : \"rollcall/leak\"");
  }

  /** A baseline without a leak. */
  private String clean() throws Exception {
    Path other = directory.resolve("clean.jfr");
    Files.copy(SampleRecordings.get("clean"), other);
    assertThat(run("java -jar rollcall-cli.jar report -f json -o clean.json clean.jfr")).isZero();
    return written("clean.json");
  }

  @Test
  void leaksOfTheBaselinePass() throws Exception {
    makeBaseline();

    assertThat(run(step(GATE).path("run").asText())).isZero();
    assertThat(written("log.txt")).contains("known from the baseline");
    assertThat(written("leaks.sarif")).doesNotContain("\"ruleId\"");
  }

  /** Whatever failed before, the report is written, and then uploaded. */
  @Test
  void theUploadDoesNotDependOnTheGate() {
    JsonNode upload =
        steps.stream()
            .filter(step -> step.path("uses").asText().startsWith("github/codeql-action/upload"))
            .findFirst()
            .orElseThrow();

    assertThat(step(GATE).path("if").asText()).contains("!cancelled()");
    assertThat(upload.path("if").asText()).contains("!cancelled()", "hashFiles('leaks.sarif')");
    assertThat(upload.path("with").path("sarif_file").asText()).isEqualTo("leaks.sarif");
    assertThat(steps.indexOf(upload)).isGreaterThan(steps.indexOf(step(GATE)));
  }

  /** The options that Maven is to give to the tests' JVMs: a recording is in the directory. */
  @Test
  void theTestsAreRecorded() throws Exception {
    String script = step("Run the tests with a recording").path("run").asText();
    Matcher argLine = Pattern.compile("-DargLine=\"([^\"]*)\"").matcher(script);
    assertThat(argLine.find()).isTrue();
    String options = argLine.group(1).replace("$PWD", directory.toString());

    ChildJvm.Ended ended = new ChildJvm().options(options.split(" ", -1)).run(Alone.class).with(0);

    assertThat(ended.err()).contains("LEAK: 2 of 4 registered resources");
    try (Stream<Path> recordings = Files.list(directory.resolve("recordings"))) {
      assertThat(recordings).hasSize(2);
    }
  }
}
