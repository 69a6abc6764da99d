package dev.rollcall.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Leak;
import dev.rollcall.LeakChecker;
import dev.rollcall.LeakGroup;
import dev.rollcall.LeakReport;
import dev.rollcall.SiteMode;
import dev.rollcall.testing.Buffer;
import dev.rollcall.testing.Recorded;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;

/** The events of a leak check, read back from a recording. */
class CheckEventTest {
  private final LeakChecker checker = LeakChecker.builder().build();
  private final int checkerId = checker.check().checkerId();
  private final Object immortal = new Object();
  private final Buffer buffer = new Buffer(checker);

  private Recorded check(List<LeakReport> reports) throws Exception {
    checker.register(immortal);
    checker.ignore(immortal);
    buffer.retain();
    buffer.retain();
    new Buffer(checker).release();
    Recorded recorded =
        Recorded.during(
            () -> {
              reports.add(checker.check());
              reports.add(checker.check());
              buffer.release();
              buffer.release();
              buffer.release();
              reports.add(checker.finalCheck());
            });
    checker.unregister(immortal);
    return recorded;
  }

  @Test
  void leakCheck() throws Exception {
    List<LeakReport> reports = new ArrayList<>();
    Recorded recorded = check(reports);

    int first = reports.get(0).checkId();
    assertThat(recorded.all("rollcall.LeakCheck", checkerId))
        .extracting(event -> Recorded.fields(event))
        .containsExactly(
            String.format(
                "{checkId=%d, checkerId=%d, ignored=1, leaked=1, live=2, registered=3"
                    + ", test=, trigger=demand, unfollowed=0, unfollowedEnded=0, unregistered=1}",
                first, checkerId),
            String.format(
                "{checkId=%d, checkerId=%d, ignored=1, leaked=1, live=2, registered=3"
                    + ", test=, trigger=demand, unfollowed=0, unfollowedEnded=0, unregistered=1}",
                first + 1, checkerId),
            String.format(
                "{checkId=%d, checkerId=%d, ignored=1, leaked=0, live=1, registered=3"
                    + ", test=, trigger=final, unfollowed=0, unfollowedEnded=0, unregistered=2}",
                first + 2, checkerId));
    assertThat(recorded.all("rollcall.LeakCheck", checkerId))
        .allSatisfy(
            event -> {
              assertThat(Recorded.isFrom(event, CheckEventTest.class)).isTrue();
              assertThat(event.getDuration()).isPositive();
            });
  }

  @Test
  void leak() throws Exception {
    List<LeakReport> reports = new ArrayList<>();
    Recorded recorded = check(reports);

    List<RecordedEvent> events = recorded.all("rollcall.Leak", checkerId);
    assertThat(events).hasSize(2);
    for (int i = 0; i < 2; i++) {
      LeakReport report = reports.get(i);
      LeakGroup group = report.groups().get(0);
      Leak leak = group.examples().get(0);
      RecordedEvent event = events.get(i);
      assertThat(Recorded.fields(event, "age"))
          .isEqualTo(
              String.format(
                  "{bytes=0, checkId=%d, checkerId=%d, fingerprint=%s, followed=true, ownerId=0, refCount=3, resourceId=%d"
                      + ", resourceType=dev.rollcall.testing.Buffer, state=held}",
                  report.checkId(), checkerId, group.fingerprint(), leak.resourceId()));
      assertThat(event.getDuration("age")).isEqualTo(leak.age());
      assertThat(event.getStackTrace()).isNull();
    }
  }

  @Test
  void aLeakWithoutASiteHasNoFingerprint() throws Exception {
    LeakChecker bare = LeakChecker.builder().sites(SiteMode.NEVER).build();
    int id = bare.check().checkerId();
    Object resource = new Object();
    Recorded recorded =
        Recorded.during(
            () -> {
              bare.register(resource);
              bare.check();
              bare.unregister(resource);
            });

    RecordedEvent event = recorded.only("rollcall.Leak", id);
    assertThat(event.getString("fingerprint")).isNull();
    assertThat(event.getLong("refCount")).isEqualTo(-1);
  }

  @Test
  void aLeakHasTheLastRecordedCountOfAForeignCounter() throws Exception {
    Object resource = new Object();
    Recorded recorded =
        Recorded.during(
            () -> {
              checker.register(resource);
              checker.retained(resource, 5);
              checker.released(resource, 4);
              checker.ignore(buffer);
              checker.check();
            });

    assertThat(recorded.only("rollcall.Leak", checkerId).getLong("refCount")).isEqualTo(4);
    checker.unregister(resource);
    buffer.release();
  }

  @Test
  void aCheckOutsideARecordingIsNotInIt() throws Exception {
    checker.check();
    Recorded recorded = Recorded.during(() -> {});
    checker.check();

    assertThat(recorded.all("rollcall.LeakCheck", checkerId)).isEmpty();
    assertThat(recorded.all("rollcall.Leak", checkerId)).isEmpty();
    buffer.release();
  }
}
