package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.testing.CommandedJvm;
import dev.rollcall.testing.JfrTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings that the JDK's own tool has cut, joined or scrubbed tell the same findings. */
final class RewrittenTest {
  @TempDir private static Path directory = Path.of("");

  private static Path recording = Path.of("");

  @BeforeAll
  static void recordThreeChunks() throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("open 3", "pairs 20", "rotate", "pairs 20", "elsewhere 2", "rotate", "close 1");
      jvm.end();
      recording = jvm.file();
    }
    Told.of(recording).is(ExitCode.FOUND, 4, 0, 0);
  }

  private static Path cut(String name) throws Exception {
    Path parts = Files.createDirectory(directory.resolve(name));
    JfrTool.out("disassemble", "--max-chunks", 1, "--output", parts, recording);
    try (Stream<Path> files = Files.list(parts)) {
      assertThat(files).hasSizeGreaterThan(2);
    }
    return parts;
  }

  private static void tellsTheSame(Path rewritten) throws Exception {
    Told expected = Told.of(recording);
    Told told = Told.of(rewritten);

    assertThat(told.status()).isEqualTo(expected.status());
    assertThat(told.json().get("totals")).isEqualTo(expected.json().get("totals"));
    assertThat(told.json().get("groups")).isEqualTo(expected.json().get("groups"));
    assertThat(told.losses()).isEmpty();
  }

  @Test
  void theChunksOfOneFile() throws Exception {
    tellsTheSame(cut("parts"));
  }

  @Test
  void chunksPutTogetherAgain() throws Exception {
    Path joined = directory.resolve("joined.jfr");
    JfrTool.out("assemble", cut("again"), joined);

    tellsTheSame(joined);
  }

  private static Path scrub(String name, String events) throws Exception {
    Path scrubbed = directory.resolve(name);
    JfrTool.out("scrub", "--include-events", events, recording, scrubbed);
    assertThat(Files.size(scrubbed)).isLessThan(Files.size(recording));
    return scrubbed;
  }

  /** What is left is the JVM's name and id, its losses, and when its threads ended. */
  @Test
  void whatTheToolReadsIsKept() throws Exception {
    if (JfrTool.has("scrub")) {
      tellsTheSame(
          scrub(
              "needed.jfr",
              "rollcall.*,jdk.JVMInformation,jdk.ActiveSetting,jdk.DataLoss,jdk.Thread*"));
    } else {
      assertThat(Runtime.version().feature()).isLessThan(19);
    }
  }

  /** Which threads had ended is not known then, nor which JVM it was. */
  @Test
  void onlyRollcallsEventsAreKept() throws Exception {
    if (!JfrTool.has("scrub")) {
      assertThat(Runtime.version().feature()).isLessThan(19);
      return;
    }
    Told expected = Told.of(recording);
    Told told = Told.of(scrub("bare.jfr", "rollcall.*"));

    told.is(ExitCode.FOUND, 4, 0, 0);
    assertThat(told.json().get("totals")).isEqualTo(expected.json().get("totals"));
    assertThat(findings(told)).isEqualTo(findings(expected));
    assertThat(told.json().at("/recordings/0/jvm").isNull()).isTrue();
    assertThat(told.losses()).isEmpty();
  }

  private static JsonNode findings(Told told) {
    JsonNode groups = told.json().get("groups").deepCopy();
    groups.forEach(group -> ((ObjectNode) group).remove("context"));
    groups.forEach(group -> ((ObjectNode) group).remove("examples"));
    return groups;
  }
}
