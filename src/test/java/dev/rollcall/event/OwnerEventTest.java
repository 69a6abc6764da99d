package dev.rollcall.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import dev.rollcall.testing.Buffer;
import dev.rollcall.testing.Recorded;
import dev.rollcall.testing.Store;
import java.util.List;
import jdk.jfr.FlightRecorder;
import jdk.jfr.MemoryAddress;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;

/** Who owns a resource, or a reference to it, read back from a recording. */
class OwnerEventTest {
  private final LeakChecker checker = LeakChecker.builder().build();
  private final int checkerId = checker.check().checkerId();
  private final Store store = new Store(checker);

  private List<Long> owners(Recorded recorded, String type) {
    return recorded.all(type, checkerId).stream()
        .sorted((a, b) -> Long.compare(a.getLong("resourceId"), b.getLong("resourceId")))
        .map(event -> event.getLong("ownerId"))
        .toList();
  }

  @Test
  void registrationsLeaksAndCheckpointsSayIt() throws Exception {
    Object[] resources = new Object[2];
    Recorded recorded =
        Recorded.during(
            () -> {
              resources[0] = store.open();
              resources[1] = store.select(resources[0]);
              checker.check();
            });

    long id = recorded.all("rollcall.Register", checkerId).get(0).getLong("resourceId");
    assertThat(id).isPositive();
    for (String type : List.of("rollcall.Register", "rollcall.Leak", "rollcall.Live")) {
      assertThat(owners(recorded, type)).as(type).containsExactly(0L, id);
    }
    store.close(resources[0], resources[1]);
  }

  @Test
  void referencesSayIt() throws Exception {
    Recorded recorded =
        Recorded.during(
            () -> {
              Object session = store.open();
              Buffer counted = new Buffer(checker);
              counted.retain(session);
              counted.retain();
              assertThat(counted.tryRetain(session)).isTrue();
              Object cursor = store.select(null);
              checker.retained(cursor, 2, session);
              checker.released(cursor, 1, session);
              counted.release(session);
              counted.release(counted);
              store.close(session, cursor);
              // It is not registered any more, so that nobody is known to have had it.
              counted.release(session);
              counted.release();
            });

    List<RecordedEvent> registered = recorded.all("rollcall.Register", checkerId);
    long session = registered.get(0).getLong("resourceId");
    long buffer = registered.get(1).getLong("resourceId");
    assertThat(recorded.all("rollcall.Retain", checkerId))
        .extracting(event -> event.getLong("ownerId"))
        .containsExactly(session, 0L, session, session);
    assertThat(recorded.all("rollcall.Release", checkerId))
        .extracting(event -> event.getLong("ownerId"))
        .containsExactly(session, session, buffer, 0L);
  }

  @Test
  void theIdCanBeFilteredOnAsTheResourcesOwn() {
    assertThat(FlightRecorder.getFlightRecorder().getEventTypes())
        .filteredOn(
            type -> type.getName().startsWith("rollcall.") && type.getField("ownerId") != null)
        .hasSize(6)
        .allSatisfy(
            type ->
                assertThat(type.getField("ownerId").getAnnotation(MemoryAddress.class))
                    .isNotNull());
  }
}
