package dev.rollcall.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

final class EventQueueTest {
  private static final int MANY = 100_000;

  private final List<Long> ids = new ArrayList<>();
  private final Set<Thread> takers = new HashSet<>();
  private final Semaphore news = new Semaphore(0);
  private final EventQueue queue =
      new EventQueue(
          event -> {
            ids.add(event.moment().time());
            takers.add(Thread.currentThread());
          },
          news::release);

  private static Registered event(long id) {
    return new Registered(new Moment(id, ThreadRef.NONE, Site.NONE), 0, id, "T", null);
  }

  private Thread parser() {
    return parser(() -> {});
  }

  /** One that does something when it has parsed half of them. */
  private Thread parser(Runnable halfway) {
    Thread parser =
        new Thread(
            () -> {
              for (int id = 0; id < MANY; id++) {
                if (id == MANY / 2) {
                  halfway.run();
                }
                queue.add(event(id));
              }
              queue.end();
            });
    parser.start();
    return parser;
  }

  @Test
  void theParserHandsOverAllInOrderByItself() throws Exception {
    Thread parser = parser();
    parser.join();

    assertThat(ids).hasSize(MANY).isSorted();
    assertThat(takers).containsExactly(parser);
  }

  @Test
  void anotherThreadTakesPartAndTheOrderStays() throws Exception {
    queue.letWait(MANY);
    Semaphore taken = new Semaphore(0);
    Thread parser = parser(taken::acquireUninterruptibly);
    news.acquire();
    while (queue.handOver()) {
      // Until there is nothing more for the moment.
    }
    taken.release();
    parser.join();

    assertThat(ids).hasSize(MANY).isSorted();
    assertThat(takers).contains(Thread.currentThread());
  }

  @Test
  void whatASilentParserHasAddedIsTakenAndNoMore() {
    queue.add(event(1));
    queue.abandon();
    queue.add(event(2));
    queue.end();

    assertThat(ids).containsExactly(1L);
  }

  @Test
  void whatTheTakerThrowsIsForTheThreadThatReads() {
    EventQueue refused =
        new EventQueue(
            event -> {
              throw new IllegalStateException("refused");
            },
            () -> {});
    refused.add(event(1));
    refused.end();

    assertThatThrownBy(refused::rethrow).isInstanceOf(IllegalStateException.class);
  }
}
