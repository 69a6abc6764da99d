package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.Recorded;
import java.nio.file.Path;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The first use of the global checker, by two threads of a process of its own of which one holds a
 * lock of JFR's that setting up the checker needs: neither waits for the other for ever, and the
 * recording that was running knows of both resources.
 */
class FirstUseTest {
  @TempDir Path directory;

  @ParameterizedTest(name = "in {0}, which is {1}")
  @CsvSource({
    "chunk-begin, second",
    "chunk-end, second",
    "listener, second",
    "chunk-end, first",
    "chunk-end, waiting",
  })
  void underTheLockOfJfr(String callback, String place) throws Exception {
    Path file = directory.resolve("first.jfr");
    ChildJvm.Ended ended =
        new ChildJvm()
            .within(40)
            .options("-Drollcall.mode=fail", "-XX:StartFlightRecording:filename=" + file)
            .run(FirstUseProgram.class, callback, place)
            .with(86);

    assertThat(ended.out()).contains("kept 2");
    assertThat(ended.err()).contains("LEAK: 2 of 2 registered resources were never released");
    Recorded recorded = Recorded.read(file);
    assertThat(recorded.all("rollcall.Leak", 0)).hasSize(2);
    // Each has its own event, or is among those that the recording started with.
    long before =
        recorded.all("rollcall.Checkpoint", 0).stream()
            .filter(event -> event.getString("phase").equals("start"))
            .mapToLong((RecordedEvent event) -> event.getLong("registered"))
            .min()
            .orElseThrow();
    assertThat(before + recorded.all("rollcall.Register", 0).size()).isEqualTo(2);
    assertThat(recorded.all("rollcall.Live", 0).stream().map(live -> live.getLong("resourceId")))
        .containsAll(
            recorded.all("rollcall.Leak", 0).stream()
                .map(leak -> leak.getLong("resourceId"))
                .toList());
  }
}
