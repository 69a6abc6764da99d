package dev.rollcall.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.cli.mcp.Assistant;
import dev.rollcall.cli.mcp.ask.Asking;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rollcall mcp} of the one file, which has of the SDK what it needs. */
@Tag("packaged")
final class McpJarTest {
  private static final long DEADLINE_SECONDS = 60;

  @TempDir private Path directory;
  private Path recordings = Path.of("");
  private List<String> command = List.of();

  @BeforeEach
  void copy() throws Exception {
    recordings = Files.createDirectories(directory.resolve("recordings"));
    Asking.unpack("finished", recordings);
    Path jar = Files.copy(Jars.ours("-cli"), directory.resolve("rollcall.jar"));
    command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            jar.toString(),
            "mcp",
            recordings.toString());
  }

  @Test
  void answersAnAssistant() {
    Map<String, Object> finished = Map.of("files", List.of("finished.jfr"));
    try (Assistant assistant = new Assistant(command)) {
      assertThat(assistant.begun().serverInfo().version())
          .isEqualTo(System.getProperty("rollcall.version"));
      assertThat(assistant.tools()).hasSize(8);
      assertThat(assistant.fields("summary", finished).at("/totals/leaked").asInt()).isEqualTo(11);
      assertThat(assistant.fields("causes", finished).path("total").asInt()).isEqualTo(2);
      assertThat(assistant.call("summary", Map.of("files", List.of("none.jfr"))).isError())
          .isTrue();
      assertThat(assistant.errors()).isEmpty();
    }
  }

  @Test
  void endsWhereItsInputEnds() throws Exception {
    Path out = directory.resolve("out.txt");
    Path err = directory.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    process
        .getOutputStream()
        .write("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n".getBytes(UTF_8));
    process.getOutputStream().close();
    boolean ended = process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();

    assertThat(ended).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(out).content(UTF_8).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n");
    assertThat(err).isEmptyFile();
  }
}
