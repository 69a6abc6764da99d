package dev.rollcall.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.cli.Ran;
import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.Compiled;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's relay server: what code scanning is told of its five bugs. */
class RelaySarifTest {
  private static final Path SOURCES = Path.of("tools/demo");

  @TempDir private static Path directory = Path.of("");

  private static String recording = "";

  @BeforeAll
  static void run() throws Exception {
    new Compiled(directory).sourcesIn(SOURCES.resolve("relay")).compile("-g");
    recording = directory.resolve("relay.jfr").toString();
    new ChildJvm()
        .andClassPath(directory)
        .options(
            "-Drollcall.mode=warn",
            "-Drollcall.report=" + directory.resolve("report.txt"),
            "-XX:StartFlightRecording:settings=jfc/rollcall.jfc,filename=" + recording)
        .run("relay.Relay")
        .with(0);
  }

  private static Ran sarif(String... more) {
    List<String> arguments = new ArrayList<>(List.of("report", "--format", "sarif", recording));
    arguments.addAll(List.of(more));
    Ran ran = Ran.of(arguments.toArray(String[]::new));
    assertThat(ran.code()).as(ran.err()).isEqualTo(1);
    return ran;
  }

  /** The line of the source that a location points at. */
  private static String line(JsonNode location) throws Exception {
    JsonNode place = location.at("/physicalLocation");
    assertThat(place.at("/artifactLocation/uriBaseId").asText()).isEqualTo("%SRCROOT%");
    Path file = Path.of(place.at("/artifactLocation/uri").asText());
    int line = place.at("/region/startLine").asInt();
    return file.getFileName() + ": " + Files.readAllLines(file).get(line - 1).strip();
  }

  @Test
  void eachResultIsAtTheLineThatForgot() throws Exception {
    Ran ran = sarif("--source", SOURCES.toString());

    List<String> lines = new ArrayList<>();
    for (JsonNode result : new ObjectMapper().readTree(ran.out()).at("/runs/0/results")) {
      lines.add(line(result.at("/locations/0")));
      for (JsonNode related : result.at("/relatedLocations")) {
        assertThat(line(related)).isNotBlank();
      }
      for (JsonNode step : result.at("/codeFlows/0/threadFlows/0/locations")) {
        assertThat(line(step.at("/location"))).isNotBlank();
      }
    }
    assertThat(lines)
        .containsExactlyInAnyOrder(
            "FrameDecoder.java: throw new MalformedFrame(text);",
            "Broadcast.java: message.retain();",
            "ReplyCache.java: entry.getValue().release();",
            "Relay.java: client.close();",
            "Relay.java: reply.release();");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void withoutTheSourcesNothingIsMadeUp() throws Exception {
    Ran ran = sarif();

    for (JsonNode result : new ObjectMapper().readTree(ran.out()).at("/runs/0/results")) {
      JsonNode location = result.at("/locations/0");
      assertThat(location.at("/physicalLocation/artifactLocation/uri").asText())
          .endsWith("relay.jfr");
      assertThat(location.at("/logicalLocations/0/fullyQualifiedName").asText())
          .startsWith("relay.");
    }
    assertThat(ran.err())
        .startsWith("rollcall: no source file was found for ")
        .contains("relay.Broadcast", "--source DIR");
    assertThat(ran.err().lines()).hasSize(1);
  }
}
