package dev.rollcall.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakReport;
import dev.rollcall.testing.Buffer;
import dev.rollcall.testing.Recorded;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The events of a resource's life, read back from a recording. */
class LifecycleEventTest {
  private final LeakChecker checker = LeakChecker.builder().build();
  private final int checkerId = checker.check().checkerId();

  /** A resource with a counter of its own. */
  private static final class Connection {}

  @AfterEach
  void nothingIsLeft() {
    assertThat(checker.finalCheck().isClean()).isTrue();
  }

  private static long id(RecordedEvent event) {
    return event.getLong("resourceId");
  }

  private static void assertFromHere(RecordedEvent event) {
    assertThat(Recorded.isFrom(event, LifecycleEventTest.class)).isTrue();
    assertThat(event.getThread().getJavaName()).isEqualTo(Thread.currentThread().getName());
  }

  @Test
  void register() throws Exception {
    Connection named = new Connection();
    Connection plain = new Connection();
    LeakReport[] report = new LeakReport[1];
    Recorded recorded =
        Recorded.during(
            () -> {
              checker.register(named, "to the database");
              checker.register(plain);
              report[0] = checker.check();
              checker.unregister(named);
              checker.unregister(plain);
            });

    List<RecordedEvent> events = recorded.all("rollcall.Register", checkerId);
    long id = report[0].groups().get(0).examples().get(0).resourceId();
    assertThat(events)
        .extracting(event -> Recorded.fields(event))
        .containsExactly(
            "{bytes=0, checkerId="
                + checkerId
                + ", description=to the database, ownerId=0, resourceId="
                + id
                + ", resourceType=dev.rollcall.event.LifecycleEventTest$Connection, uses=true}",
            "{bytes=0, checkerId="
                + checkerId
                + ", description=null, ownerId=0, resourceId="
                + (id + 1)
                + ", resourceType=dev.rollcall.event.LifecycleEventTest$Connection, uses=true}");
    assertThat(events).allSatisfy(LifecycleEventTest::assertFromHere);
  }

  @Test
  void unregister() throws Exception {
    Connection connection = new Connection();
    Recorded recorded =
        Recorded.during(
            () -> {
              checker.register(connection);
              checker.unregister(connection);
            });

    RecordedEvent event = recorded.only("rollcall.Unregister", checkerId);
    assertThat(Recorded.fields(event))
        .isEqualTo(
            "{byCollector=false, checkerId="
                + checkerId
                + ", lastRelease=false, ownerId=0, resourceId="
                + id(recorded.only("rollcall.Register", checkerId))
                + ", resourceType=dev.rollcall.event.LifecycleEventTest$Connection"
                + ", sequence=0}");
    assertFromHere(event);
  }

  @Test
  void retain() throws Exception {
    Recorded recorded = live();

    RecordedEvent event = recorded.only("rollcall.Retain", checkerId);
    assertThat(Recorded.fields(event)).isEqualTo(step(recorded, "ownerId=0, refCount=2", 1));
    assertFromHere(event);
  }

  @Test
  void release() throws Exception {
    Recorded recorded = live();

    RecordedEvent event = recorded.only("rollcall.Release", checkerId);
    assertThat(Recorded.fields(event)).isEqualTo(step(recorded, "ownerId=0, refCount=1", 3));
    assertFromHere(event);
  }

  @Test
  void touch() throws Exception {
    Recorded recorded = live();

    RecordedEvent event = recorded.only("rollcall.Touch", checkerId);
    assertThat(Recorded.fields(event)).isEqualTo(step(recorded, "note=handed to Decoder", 2));
    assertFromHere(event);
  }

  @Test
  void unregisterHasTheLastSequenceOfAForeignCounter() throws Exception {
    assertThat(live().only("rollcall.Unregister", checkerId).getInt("sequence")).isEqualTo(3);
  }

  private Recorded live() throws Exception {
    Connection connection = new Connection();
    return Recorded.during(
        () -> {
          checker.register(connection);
          checker.retained(connection, 2);
          checker.touch(connection, "handed to Decoder");
          checker.released(connection, 1);
          checker.unregister(connection);
        });
  }

  private String step(Recorded recorded, String own, int sequence) {
    String id = "resourceId=" + id(recorded.only("rollcall.Register", checkerId));
    return "{checkerId="
        + checkerId
        + ", "
        + own
        + ", "
        + id
        + ", resourceType="
        + Connection.class.getName()
        + ", sequence="
        + sequence
        + "}";
  }

  @Test
  void aRefCountedResourceHasTheSequenceOfItsOwnCounter() throws Exception {
    Recorded recorded =
        Recorded.during(
            () -> {
              Buffer buffer = new Buffer(checker);
              buffer.retain();
              assertThat(buffer.tryRetain()).isTrue();
              buffer.touch("by itself");
              checker.touch(buffer, "by the checker");
              buffer.release();
              buffer.release();
              buffer.release();
            });

    assertThat(recorded.all("rollcall.Retain", checkerId))
        .extracting(event -> event.getLong("refCount") + "@" + event.getInt("sequence"))
        .containsExactly("2@1", "3@2");
    assertThat(recorded.all("rollcall.Touch", checkerId))
        .extracting(event -> event.getString("note") + "@" + event.getInt("sequence"))
        .containsExactly("by itself@3", "by the checker@4");
    assertThat(recorded.all("rollcall.Release", checkerId))
        .extracting(event -> event.getLong("refCount") + "@" + event.getInt("sequence"))
        .containsExactly("2@5", "1@6");
    RecordedEvent unregister = recorded.only("rollcall.Unregister", checkerId);
    assertThat(unregister.getBoolean("lastRelease")).isTrue();
    assertThat(unregister.getInt("sequence")).isEqualTo(7);
    assertFromHere(unregister);
    assertThat(recorded.all("rollcall.Release", checkerId)).allMatch(e -> id(e) == id(unregister));
    assertThat(recorded.all("rollcall.Release", checkerId))
        .allSatisfy(LifecycleEventTest::assertFromHere);
  }

  private Recorded released(String... off) throws Exception {
    return Recorded.during(
        recording -> List.of(off).forEach(recording::disable),
        () -> {
          Buffer owner = new Buffer(checker);
          Buffer buffer = new Buffer(checker);
          buffer.release(owner);
          owner.release(owner);
        });
  }

  /** One event tells of the last release and of the end. */
  @Test
  void theLastReleaseIsTheEnd() throws Exception {
    Recorded recorded = released();

    assertThat(recorded.all("rollcall.Release", checkerId)).isEmpty();
    List<RecordedEvent> registered = recorded.all("rollcall.Register", checkerId);
    assertThat(recorded.all("rollcall.Unregister", checkerId))
        .extracting(event -> Recorded.fields(event))
        .containsExactly(
            end(id(registered.get(1)), id(registered.get(0)), true),
            end(id(registered.get(0)), id(registered.get(0)), true));
  }

  @Test
  void anEndIsNoReleaseWhereReleasesAreOff() throws Exception {
    Recorded recorded = released("rollcall.Release");

    assertThat(recorded.all("rollcall.Release", checkerId)).isEmpty();
    assertThat(recorded.all("rollcall.Unregister", checkerId))
        .extracting(event -> Recorded.fields(event, "resourceId"))
        .containsOnly(end(null, 0, false));
  }

  @Test
  void theLastReleaseHasAnEventOfItsOwnWhereEndsAreOff() throws Exception {
    Recorded recorded = released("rollcall.Unregister");

    assertThat(recorded.all("rollcall.Unregister", checkerId)).isEmpty();
    long owner = id(recorded.all("rollcall.Register", checkerId).get(0));
    assertThat(recorded.all("rollcall.Release", checkerId))
        .allSatisfy(LifecycleEventTest::assertFromHere)
        .extracting(event -> Recorded.fields(event, "resourceId", "resourceType", "checkerId"))
        .containsExactly(
            "{ownerId=" + owner + ", refCount=0, sequence=1}",
            "{ownerId=" + owner + ", refCount=0, sequence=1}");
  }

  private String end(@Nullable Long id, long ownerId, boolean lastRelease) {
    return "{byCollector=false, checkerId="
        + checkerId
        + ", lastRelease="
        + lastRelease
        + ", ownerId="
        + ownerId
        + (id == null ? "" : ", resourceId=" + id)
        + ", resourceType="
        + Buffer.class.getName()
        + ", sequence=1}";
  }

  /** So that a gap in the sequence always means lost events. */
  @Test
  void theSequenceOfAForeignCounterStandsStillWhileAnEventIsOff() throws Exception {
    Connection connection = new Connection();
    Recorded recorded =
        Recorded.during(
            recording -> {
              recording.disable("rollcall.Retain");
              recording.disable("rollcall.Touch");
            },
            () -> {
              checker.register(connection);
              checker.retained(connection, 2);
              checker.touch(connection, "off");
              checker.released(connection, 1);
              checker.retained(connection, 2);
              checker.released(connection, 1);
              checker.unregister(connection);
            });

    assertThat(recorded.all("rollcall.Retain", checkerId)).isEmpty();
    assertThat(recorded.all("rollcall.Touch", checkerId)).isEmpty();
    assertThat(recorded.all("rollcall.Release", checkerId))
        .extracting(event -> event.getInt("sequence"))
        .containsExactly(1, 2);
    assertThat(recorded.only("rollcall.Unregister", checkerId).getInt("sequence")).isEqualTo(2);
  }

  @Test
  void theSequenceOfAForeignCounterStandsStillWithoutARecording() throws Exception {
    Connection connection = new Connection();
    Recorded before =
        Recorded.during(
            () -> {
              checker.register(connection);
              checker.retained(connection, 2);
            });
    for (int i = 0; i < 10; i++) {
      checker.retained(connection, 3);
      checker.touch(connection, "nobody looks");
      checker.released(connection, 2);
    }
    Recorded after =
        Recorded.during(
            () -> {
              checker.released(connection, 1);
              checker.unregister(connection);
            });

    assertThat(before.only("rollcall.Retain", checkerId).getInt("sequence")).isEqualTo(1);
    assertThat(after.only("rollcall.Release", checkerId).getInt("sequence")).isEqualTo(2);
    assertThat(after.only("rollcall.Unregister", checkerId).getInt("sequence")).isEqualTo(2);
  }

  /** The count is one word with the sequence, so it cannot stand still; Unregister tells. */
  @Test
  void theSequenceOfARefCountedResourceGoesOnWithoutARecording() throws Exception {
    Buffer buffer = new Buffer(checker);
    buffer.retain();
    buffer.touch("nobody looks");
    Recorded recorded =
        Recorded.during(
            () -> {
              buffer.release();
              buffer.release();
            });

    assertThat(recorded.only("rollcall.Release", checkerId).getInt("sequence")).isEqualTo(2);
    assertThat(recorded.only("rollcall.Unregister", checkerId).getInt("sequence")).isEqualTo(3);
  }

  @Test
  void noStackTraceWhereTheRecordingWantsNone() throws Exception {
    Connection connection = new Connection();
    Recorded recorded =
        Recorded.during(
            recording ->
                List.of("Register", "Unregister", "Retain", "Release", "Touch")
                    .forEach(name -> recording.enable("rollcall." + name).withoutStackTrace()),
            () -> {
              checker.register(connection);
              checker.retained(connection, 2);
              checker.touch(connection, "a note");
              checker.released(connection, 1);
              checker.unregister(connection);
            });

    for (String name : List.of("Register", "Unregister", "Retain", "Release", "Touch")) {
      assertThat(recorded.only("rollcall." + name, checkerId).getStackTrace()).as(name).isNull();
    }
  }

  @Test
  void whatIsNotRegisteredHasNoSteps() throws Exception {
    Recorded recorded =
        Recorded.during(
            () -> {
              checker.touch("unknown", "a note");
              new Buffer(LeakChecker.builder().build(), false).touch("a note");
            });

    assertThat(recorded.all("rollcall.Touch")).isEmpty();
  }
}
