package dev.rollcall.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import dev.rollcall.testing.Program;
import dev.rollcall.testing.Recorded;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;

/** {@code rollcall.LiveCount}, read back from a recording. */
class LiveCountEventTest {
  private final LeakChecker checker = LeakChecker.builder().build();
  private final int checkerId = checker.check().checkerId();

  private static void once(Recording recording) {
    recording.enable("rollcall.LiveCount").with("period", "endChunk");
  }

  @Test
  void isOnePointForEachType() throws Exception {
    List<Object> opened = Program.open(checker, 5);
    Object plain = new Object();
    checker.register(plain);
    Recorded recorded =
        Recorded.during(
            LiveCountEventTest::once,
            () -> {
              checker.unregister(opened.remove(0));
              checker.unregister(opened.remove(0));
              checker.unregister(plain);
            });

    assertThat(recorded.all("rollcall.LiveCount", checkerId))
        .extracting(event -> Recorded.fields(event).replaceAll("oldest=[0-9]+", "oldest=AGE"))
        .containsExactlyInAnyOrder(
            String.format(
                "{bytes=0, checkerId=%d, live=3, oldest=AGE, overdue=0, registered=5"
                    + ", resourceType=dev.rollcall.testing.Program$Opened, unregistered=2}",
                checkerId),
            String.format(
                "{bytes=0, checkerId=%d, live=0, oldest=-1, overdue=0, registered=1, resourceType=java.lang.Object"
                    + ", unregistered=1}",
                checkerId));
    assertThat(recorded.all("rollcall.LiveCount", checkerId))
        .allMatch(event -> event.getStackTrace() == null);
    opened.forEach(checker::unregister);
  }

  @Test
  void comesByItself() throws Exception {
    List<Object> opened = Program.open(checker, 2);
    CountDownLatch points = new CountDownLatch(2);
    try (RecordingStream stream = new RecordingStream()) {
      stream.onEvent(
          "rollcall.LiveCount",
          event -> {
            if (event.getInt("checkerId") == checkerId && event.getLong("live") == 2) {
              points.countDown();
            }
          });
      stream.startAsync();
      assertThat(points.await(30, TimeUnit.SECONDS)).isTrue();
    }
    opened.forEach(checker::unregister);
  }
}
