package dev.rollcall.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakReport;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.live.Entries;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.testing.Program;
import dev.rollcall.testing.Recorded;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;

/**
 * {@code rollcall.Lost} and what else is said of a resource that was collected. The tests do what
 * the collector does to a weak reference, so that none of them depends on it.
 */
class LostEventTest {
  private final ActiveChecker checker = (ActiveChecker) LeakChecker.builder().build();

  @Test
  void lost() throws Exception {
    Object resource = Program.open(checker, 1).get(0);
    Entry entry = Entries.byAge(checker).get(0);
    String fingerprint = checker.check().groups().get(0).fingerprint();
    CountDownLatch seen = new CountDownLatch(1);
    Recorded recorded =
        Recorded.during(
            () -> {
              try (RecordingStream stream = new RecordingStream()) {
                stream.onEvent(
                    "rollcall.Lost",
                    event -> {
                      if (event.getInt("checkerId") == checker.state.id) {
                        seen.countDown();
                      }
                    });
                stream.startAsync();
                assertThat(entry.enqueue()).isTrue();
                assertThat(seen.await(30, TimeUnit.SECONDS)).isTrue();
              }
            });

    RecordedEvent event = recorded.only("rollcall.Lost", checker.state.id);
    assertThat(Recorded.fields(event))
        .isEqualTo(
            String.format(
                "{checkerId=%d, fingerprint=%s, resourceId=%d"
                    + ", resourceType=dev.rollcall.testing.Program$Opened}",
                checker.state.id, fingerprint, entry.id));
    assertThat(event.getStackTrace()).isNull();
    assertThat(event.getThread().getJavaName()).isEqualTo("rollcall-watch");
    assertThat(resource).isNotNull();
  }

  @Test
  void aLostOneStillLeaksAndIsSaidToBeLost() throws Exception {
    List<Object> resources = Program.open(checker, 3);
    LeakReport[] report = new LeakReport[1];
    Recorded recorded =
        Recorded.during(
            () -> {
              Entries.byAge(checker).get(1).clear();
              report[0] = checker.check();
            });

    assertThat(report[0].leaked()).isEqualTo(3);
    assertThat(report[0].groups().get(0).lost()).isEqualTo(1);
    assertThat(report[0].groups().get(0).held()).isEqualTo(2);
    assertThat(recorded.all("rollcall.Leak", checker.state.id))
        .extracting(event -> event.getString("state"))
        .containsExactlyInAnyOrder("held", "lost", "held");
    assertThat(recorded.all("rollcall.Live", checker.state.id))
        .extracting(event -> event.getString("state"))
        .containsExactlyInAnyOrder("held", "held", "lost");
    assertThat(resources).hasSize(3);
  }

  @Test
  void whatWasUnregisteredOrIgnoredIsNotLost() throws Exception {
    List<Object> resources = Program.open(checker, 2);
    List<Entry> entries = Entries.byAge(checker);
    checker.unregister(resources.get(0));
    checker.ignore(resources.get(1));
    Recorded recorded =
        Recorded.during(() -> entries.forEach(entry -> entry.type.collected(entry)));

    assertThat(recorded.all("rollcall.Lost", checker.state.id)).isEmpty();
  }
}
