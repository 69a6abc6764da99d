package dev.rollcall;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.ChildJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The check at exit, in processes of its own: however the program ends and however late its hooks
 * release, the recording has the late releases, the leaks and the final checkpoint, and nothing is
 * called leaked that a hook released. {@code -Drollcall.exit.rounds=N} repeats all of it.
 */
class ExitTest {
  private static final int[] DELAYS = {0, 20, 100, 300, 1_500};
  private static final Map<String, Integer> STATUS =
      Map.of("return", 0, "exit", 3, "exit-elsewhere", 3, "throw", 1, "sigterm", 143);

  @TempDir Path directory;

  /** Every end with every delay; the modes and the dumping hook take turns. */
  static Stream<Arguments> scenarios() {
    List<Arguments> scenarios = new ArrayList<>();
    int turn = 0;
    for (int round = 0; round < Integer.getInteger("rollcall.exit.rounds", 1); round++) {
      for (String end : List.of("return", "exit", "exit-elsewhere", "throw", "sigterm")) {
        for (int delay : DELAYS) {
          scenarios.add(Arguments.of(end, delay, turn % 2 == 0 ? "fail" : "warn", turn % 3 == 0));
          turn++;
        }
      }
    }
    return scenarios.stream();
  }

  @ParameterizedTest(name = "{0}, hooks {1} ms late, {2}, dumping hook {3}")
  @MethodSource("scenarios")
  void isComplete(String end, int delay, String mode, boolean dumps) throws Exception {
    Path recording = directory.resolve("exit.jfr");
    Path dump = directory.resolve("dump.jfr");
    ChildJvm.Ended ended =
        new ChildJvm()
            .options("-Drollcall.mode=" + mode)
            .options("-XX:StartFlightRecording:filename=" + recording)
            .run(ExitProgram.class, end, String.valueOf(delay), dumps ? dump.toString() : "-");

    assertThat(ended.status()).isEqualTo(mode.equals("fail") ? 86 : STATUS.get(end));
    assertThat(ended.err())
        .contains("LEAK: 3 of 8 registered resources were never released, in 1 group.")
        .contains("java -jar rollcall-VERSION-cli.jar report " + recording);

    List<RecordedEvent> events = RecordingFile.readAllEvents(recording);
    Map<Long, String> registered =
        of(events, "rollcall.Register")
            .collect(toMap(e -> e.getLong("resourceId"), e -> e.getString("description")));
    assertThat(of(events, "rollcall.Unregister").map(e -> registered.get(e.getLong("resourceId"))))
        .containsExactlyInAnyOrder(
            "released by early",
            "released by late",
            "released by helper",
            "registered by early",
            "registered by late");
    assertThat(of(events, "rollcall.Leak").map(e -> registered.get(e.getLong("resourceId"))))
        .containsExactly("leaked", "leaked", "leaked");
    assertThat(of(events, "rollcall.LeakCheck").map(e -> e.getString("trigger")))
        .containsExactly("exit");
    assertThat(
            of(events, "rollcall.Checkpoint")
                .filter(e -> e.getString("phase").equals("exit"))
                .map(e -> e.getLong("registered") + " " + e.getLong("live")))
        .isNotEmpty()
        .allMatch("8 3"::equals);
    if (dumps) {
      // Not cut off, and whole, unless JFR was faster and had no recording left.
      assertThat(ended.out()).contains("dumper done");
      if (ended.out().contains("dumped")) {
        assertThat(RecordingFile.readAllEvents(dump)).isNotEmpty();
      }
    }
  }

  private static Stream<RecordedEvent> of(List<RecordedEvent> events, String type) {
    return events.stream().filter(event -> event.getEventType().getName().equals(type));
  }
}
