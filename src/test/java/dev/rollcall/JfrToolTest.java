package dev.rollcall;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.JfrTool;
import dev.rollcall.testing.Life;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the JDK's own tool shows of a recording: somebody may have nothing else at hand. */
class JfrToolTest {
  /** In characters; the usual width cuts columns off where there are more than ten. */
  private static final int WIDE = 300;

  @TempDir private static Path directory = Path.of("");

  private static Path recording = Path.of("");

  @BeforeAll
  static void recordALife() throws Exception {
    recording = directory.resolve("life.jfr");
    new ChildJvm()
        .options(
            "-Drollcall.mode=warn",
            "-Drollcall.report=" + directory.resolve("report.txt"),
            "-XX:StartFlightRecording:settings=jfc/rollcall.jfc,filename=" + recording)
        .run(Life.class, "curve", "1")
        .with(0);
  }

  private static List<EventType> types() {
    LeakChecker.builder().build();
    return FlightRecorder.getFlightRecorder().getEventTypes();
  }

  private static List<EventType> ours() {
    return types().stream().filter(type -> type.getName().startsWith("rollcall.")).toList();
  }

  private static String shortName(EventType type) {
    return type.getName().substring(type.getName().lastIndexOf('.') + 1);
  }

  private static String print(String event) throws Exception {
    return JfrTool.out("print", "--events", event, "--stack-depth", 20, recording);
  }

  @Test
  void printShowsWhoDidWhatToWhichResource() throws Exception {
    assertThat(print("rollcall.Register"))
        .contains("description = \"the leaked one\"")
        .contains("resourceType = dev.rollcall.testing.Life$Leaked (classLoader = app)");
    assertThat(print("rollcall.Unregister"))
        .contains("lastRelease = true", "sequence = 4", "eventThread = \"life-worker\"");
    assertThat(print("rollcall.Release"))
        .contains("refCount = 1", "sequence = 3", "eventThread = \"main\"")
        .contains("resourceId = 0x00000002")
        .contains("resourceType = dev.rollcall.testing.Buffer (classLoader = app)")
        .containsPattern("dev\\.rollcall\\.testing\\.Life\\.main\\(String\\[]\\) +line: \\d+");
  }

  @Test
  void printShowsTimesWithUnitsAndIdsInHex() throws Exception {
    assertThat(print("rollcall.Leak"))
        .containsPattern("age = [\\d.]+ m?s\\n")
        .contains("checkId = 0x00000001", "checkerId = 0x00000000", "resourceId = 0x00000001")
        .contains("state = \"held\"")
        .containsPattern(
            "fingerprint = \"dev\\.rollcall\\.testing\\.Life\\$Leaked@\\p{XDigit}{16}\"");
    assertThat(print("rollcall.LeakCheck")).containsPattern("duration = [\\d.]+ m?s\\n");
    assertThat(print("rollcall.Live"))
        .containsPattern("registeredAt = \\d\\d:\\d\\d:\\d\\d\\.\\d{3}")
        .containsPattern(
            "site = \"dev\\.rollcall\\.testing\\.Life\\.main\\(Life\\.java:\\d+\\)\\n");
  }

  @Test
  void summaryCountsEachEvent() throws Exception {
    assertThat(JfrTool.out("summary", recording))
        .containsPattern("rollcall\\.Register +2 ")
        .containsPattern("rollcall\\.Release +1 ")
        .containsPattern("rollcall\\.Unregister +1 ")
        .containsPattern("rollcall\\.Leak +1 ")
        .containsPattern("rollcall\\.Lost +0 ");
  }

  @Test
  void metadataDescribesEachEvent() throws Exception {
    String metadata = JfrTool.out("metadata", recording);

    assertThat(ours()).isNotEmpty();
    for (EventType type : ours()) {
      assertThat(metadata)
          .contains(
              "@Name(\"" + type.getName() + "\")",
              "@Label(\"" + type.getLabel() + "\")",
              "@Description(\"" + type.getDescription() + "\")",
              "class " + shortName(type) + " extends jdk.jfr.Event {");
    }
    assertThat(metadata).contains("  @MemoryAddress\n  long resourceId;");
  }

  /** A type can be asked for by its last name, if no other has that. */
  @Test
  void noTypeOfTheJdkIsCalledLikeOneOfOurs() {
    Set<String> theirs =
        types().stream()
            .filter(type -> !type.getName().startsWith("rollcall."))
            .map(JfrToolTest::shortName)
            .collect(toSet());

    assertThat(theirs).isNotEmpty();
    assertThat(ours()).extracting(JfrToolTest::shortName).doesNotContainAnyElementsOf(theirs);
  }

  /** From JDK 21 on; before, {@code print} is all there is. */
  @Test
  void viewShowsATable() throws Exception {
    if (!JfrTool.has("view")) {
      assertThat(Runtime.version().feature()).isLessThan(21);
      assertThat(JfrTool.run("view", "Leak", recording).with(2).out())
          .contains("unknown command 'view'");
      return;
    }

    assertThat(JfrTool.out("view", "--width", WIDE, "Leak", recording))
        .containsPattern("^\\s+Resource Leaked\\n")
        .contains(" Check Id ", " Reference Count ", " Resource Id ", " Resource Type ")
        .containsPattern(" [\\d.]+ m?s held .* 0x00000001 .*Life\\$Leaked ")
        .isEqualTo(JfrTool.out("view", "--width", WIDE, "rollcall.Leak", recording));
    assertThat(JfrTool.out("view", "Release", recording))
        .containsPattern("main .* 1 .*3 0x00000002 ");
    assertThat(JfrTool.out("view", "LiveCount", recording)).contains("Life$Leaked");
  }

  @Test
  void viewShowsWhatACheckpointLists() throws Exception {
    if (JfrTool.has("view")) {
      assertThat(JfrTool.out("view", "--width", WIDE, "Live", recording))
          .contains("Registered At", "Registered By", "Resource Id", "Is Ignored")
          .containsPattern(" the leaked one +false .* held .* 0x00000001 .*Life\\$Leaked");
    } else {
      assertThat(print("rollcall.Live")).contains("description = \"the leaked one\"");
    }
  }
}
