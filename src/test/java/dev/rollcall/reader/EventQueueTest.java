package dev.rollcall.reader;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.RecordingEvent;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EventQueueTest {
  private final EventQueue queue = new EventQueue();

  private static Registered event(long id) {
    return new Registered(new Moment(id, ThreadRef.NONE, Site.NONE), 0, id, "T", null);
  }

  @Test
  void handsOverAllInOrder() throws Exception {
    int events = 100_000;
    Thread parser =
        new Thread(
            () -> {
              for (int id = 0; id < events; id++) {
                queue.add(event(id));
              }
              queue.end();
            });
    parser.start();
    List<Long> ids = new ArrayList<>();
    List<RecordingEvent> batch = requireNonNull(queue.poll(60_000));
    while (!EventQueue.isEnd(batch)) {
      batch.forEach(event -> ids.add(event.moment().time()));
      batch = requireNonNull(queue.poll(60_000));
    }
    parser.join();

    assertThat(ids).hasSize(events).isSorted();
  }

  @Test
  void whatWasNotPutYetCanBeTakenFromASilentParser() throws Exception {
    queue.add(event(1));

    assertThat(queue.poll(1)).isNull();
    assertThat(queue.rest()).hasSize(1);
  }

  @Test
  void aParserThatNobodyListensToDoesNotWait() throws Exception {
    Thread parser =
        new Thread(
            () -> {
              for (int id = 0; id < 100_000; id++) {
                queue.add(event(id));
              }
            });
    parser.start();
    queue.close();
    parser.join();

    assertThat(parser.isAlive()).isFalse();
  }
}
