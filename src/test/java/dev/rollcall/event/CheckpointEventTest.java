package dev.rollcall.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakGroup;
import dev.rollcall.LeakReport;
import dev.rollcall.SiteMode;
import dev.rollcall.testing.Buffer;
import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.Program;
import dev.rollcall.testing.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;

/** The events of a checkpoint, read back from a recording. */
class CheckpointEventTest {
  private static final int CAP = 10_000;

  private final LeakChecker checker = LeakChecker.builder().build();
  private final int checkerId = checker.check().checkerId();

  @Test
  void checkpoint() throws Exception {
    List<Object> held = Program.open(checker, 3);
    checker.ignore(held.get(0));
    Recorded recorded =
        Recorded.during(
            () -> {
              checker.unregister(held.get(1));
              held.addAll(Program.open(checker, 2));
            });

    List<RecordedEvent> events = recorded.all("rollcall.Checkpoint", checkerId);
    assertThat(events)
        .extracting(event -> Recorded.fields(event))
        .containsExactly(
            String.format(
                "{checkerId=%d, ignored=1, jvmId=%d, labels=, live=3, phase=start, registered=3, unfollowed=0, unfollowedEnded=0, unregistered=0"
                    + ", written=0}",
                checkerId, JvmId.DRAWN),
            String.format(
                "{checkerId=%d, ignored=1, jvmId=%d, labels=, live=4, phase=chunk, registered=5, unfollowed=0, unfollowedEnded=0, unregistered=1"
                    + ", written=4}",
                checkerId, JvmId.DRAWN));
    assertThat(events).allMatch(event -> event.getStackTrace() == null);
    assertThat(recorded.all("rollcall.LiveGroup", checkerId)).isEmpty();
    held.remove(1);
    held.forEach(checker::unregister);
  }

  @Test
  void twoJvmsDrawDifferentIds() throws Exception {
    assertThat(JvmId.DRAWN).isPositive();
    assertThat(Long.parseLong(new ChildJvm().run(DrawnId.class).with(0).out().strip()))
        .isPositive()
        .isNotEqualTo(JvmId.DRAWN);
  }

  static final class DrawnId {
    private DrawnId() {}

    public static void main(String[] args) {
      System.out.println(JvmId.DRAWN);
    }
  }

  @Test
  void aCheckerMadeWhileRecordingStartsThere() throws Exception {
    List<Integer> id = new ArrayList<>();
    Recorded recorded =
        Recorded.during(() -> id.add(LeakChecker.builder().build().check().checkerId()));

    assertThat(recorded.all("rollcall.Checkpoint", id.get(0)))
        .extracting(event -> event.getString("phase"))
        .containsExactly("start", "chunk");
  }

  @Test
  void aCheckerHasNoCheckpointsAfterItsFinalCheck() throws Exception {
    checker.finalCheck();
    Recorded recorded = Recorded.during(() -> {});

    assertThat(recorded.all("rollcall.Checkpoint", checkerId)).isEmpty();
  }

  @Test
  void live() throws Exception {
    Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Buffer buffer = new Buffer(checker);
    List<Object> held = Program.open(checker, 1, "to the database");
    checker.ignore(held.get(0));
    Instant after = Instant.now();
    Recorded recorded =
        Recorded.during(
            () -> {
              buffer.retain();
              buffer.touch("a note");
            });

    LeakReport report = checker.check();
    List<RecordedEvent> events =
        recorded.all("rollcall.Live", checkerId).stream()
            .sorted((a, b) -> Long.compare(a.getLong("resourceId"), b.getLong("resourceId")))
            .toList();
    long id = report.groups().get(0).examples().get(0).resourceId();
    String thread = Thread.currentThread().getName();
    assertThat(Recorded.fields(events.get(0), "age", "registeredAt", "site"))
        .isEqualTo(
            String.format(
                "{bytes=0, checkerId=%d, description=null, fingerprint=%s, followed=true, ignored=false, ownerId=0,"
                    + " refCount=2, registeredBy=%s, resourceId=%d,"
                    + " resourceType=dev.rollcall.testing.Buffer, sequence=2, state=held}",
                checkerId, report.groups().get(0).fingerprint(), thread, id));
    assertThat(events.get(0).getString("site"))
        .startsWith("dev.rollcall.testing.Buffer.<init>(Buffer.java:")
        .contains("\ndev.rollcall.event.CheckpointEventTest.live(CheckpointEventTest.java:")
        .endsWith("\n");
    assertThat(Recorded.fields(events.get(1), "age", "registeredAt", "site", "fingerprint"))
        .isEqualTo(
            String.format(
                "{bytes=0, checkerId=%d, description=to the database, followed=true, ignored=true, ownerId=0, refCount=-1"
                    + ", registeredBy=%s, resourceId=%d"
                    + ", resourceType=dev.rollcall.testing.Program$Opened, sequence=0"
                    + ", state=held}",
                checkerId, thread, id + 1));
    assertThat(events.get(1).getString("fingerprint"))
        .matches("dev\\.rollcall\\.testing\\.Program\\$Opened@[0-9a-f]{16}");
    assertThat(events)
        .hasSize(2)
        .allSatisfy(
            event -> {
              // By a clock that ticks a few times a second, in a JVM that may be starved.
              Instant earliest = before.minusSeconds(10);
              assertThat(event.getInstant("registeredAt")).isBetween(earliest, after);
              assertThat(event.getDuration("age"))
                  .isBetween(Duration.ZERO, Duration.between(earliest, Instant.now()));
              assertThat(event.getStackTrace()).isNull();
            });
    buffer.release();
    buffer.release();
    held.forEach(checker::unregister);
  }

  @Test
  void liveWithoutASite() throws Exception {
    LeakChecker bare = LeakChecker.builder().sites(SiteMode.NEVER).build();
    int id = bare.check().checkerId();
    List<Object> held = Program.open(bare, 1);
    Recorded recorded = Recorded.during(() -> {});

    RecordedEvent event = recorded.only("rollcall.Live", id);
    assertThat(event.getString("site")).isNull();
    assertThat(event.getString("fingerprint")).isNull();
    assertThat(event.getString("registeredBy")).isNull();
    held.forEach(bare::unregister);
  }

  @Test
  void liveGroupCountsExactlyWhatIsBeyondTheCap() throws Exception {
    List<Object> oldest = Program.open(checker, CAP - 1);
    List<Object> here = Program.open(checker, 1_201);
    List<Object> there = Program.openElsewhere(checker, 37);
    List<Object> immortal = Program.openElsewhere(checker, 5);
    immortal.forEach(checker::ignore);
    LeakReport[] checked = new LeakReport[1];
    Recorded recorded = Recorded.during(() -> checked[0] = checker.check());

    LeakReport report = checked[0];
    assertThat(report.groups()).extracting(LeakGroup::count).containsExactly(11_200L, 37L);
    assertThat(recorded.all("rollcall.LiveGroup", checkerId))
        .extracting(event -> Recorded.fields(event, "site", "fingerprint"))
        .containsExactlyInAnyOrder(group(1_200, false), group(37, false), group(5, true));
    RecordedEvent largest =
        recorded.all("rollcall.LiveGroup", checkerId).stream()
            .filter(event -> event.getLong("count") == 1_200)
            .findFirst()
            .orElseThrow();
    assertThat(largest.getString("fingerprint")).isEqualTo(report.groups().get(0).fingerprint());
    assertThat(largest.getString("site"))
        .startsWith("dev.rollcall.testing.Program.open(Program.java:")
        .contains("\ndev.rollcall.event.CheckpointEventTest.liveGroupCountsExactly");
    assertThat(largest.getStackTrace()).isNull();

    RecordedEvent end = recorded.all("rollcall.Checkpoint", checkerId).get(1);
    assertThat(end.getLong("live")).isEqualTo(CAP - 1 + 1_201 + 37 + 5);
    assertThat(end.getLong("ignored")).isEqualTo(5);
    assertThat(end.getLong("written")).isEqualTo(CAP);
    // The oldest are those written one by one; numbers of one thread ascend.
    assertThat(ids(recorded, "rollcall.Live").toArray())
        .isEqualTo(ids(recorded, "rollcall.Leak").limit(CAP).toArray());
    for (List<Object> held : List.of(oldest, here, there, immortal)) {
      held.forEach(checker::unregister);
    }
  }

  private LongStream ids(Recorded recorded, String event) {
    return recorded.all(event, checkerId).stream()
        .mapToLong(found -> found.getLong("resourceId"))
        .sorted();
  }

  private String group(int count, boolean ignored) {
    return String.format(
        "{bytes=0, checkerId=%d, count=%d, ignored=%s"
            + ", resourceType=dev.rollcall.testing.Program$Opened}",
        checkerId, count, ignored);
  }
}
