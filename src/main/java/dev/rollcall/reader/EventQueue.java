package dev.rollcall.reader;

import dev.rollcall.recording.RecordingEvent;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The events of a chunk on their way from the thread that parses it to what collects them, in
 * batches and in their order. The parsing thread hands them over itself, unless it is told that a
 * number of batches may wait: then {@link #handOver} lets another processor work on them.
 *
 * <p>The parser cannot be stopped where it hangs, but it can be {@link #abandon abandoned}: what it
 * adds after that goes nowhere.
 */
final class EventQueue {
  private static final int BATCH = 256;

  private static final class Batch {
    private final RecordingEvent[] events;
    private final int size;

    Batch(RecordingEvent[] events, int size) {
      this.events = events;
      this.size = size;
    }
  }

  private final Consumer<? super RecordingEvent> taker;

  /** Runs when there is something to hand over, and others may do it. */
  private final Runnable news;

  /** Held while events are handed over, so that they stay in order. */
  private final Object order = new Object();

  private final Queue<Batch> waiting = new ArrayDeque<>();
  private RecordingEvent[] batch = new RecordingEvent[BATCH];

  /** Of the events in the batch; what is below it can be read by any thread. */
  private final AtomicInteger size = new AtomicInteger();

  private volatile int mayWait;
  private volatile boolean abandoned;
  private volatile long batches;
  private volatile @Nullable Throwable failure;

  EventQueue(Consumer<? super RecordingEvent> taker, Runnable news) {
    this.taker = taker;
    this.news = news;
  }

  /** Adds an event; called by the parsing thread only. */
  void add(RecordingEvent event) {
    int at = size.getPlain();
    batch[at] = event;
    size.setRelease(at + 1);
    if (at + 1 == BATCH) {
      flush();
    }
  }

  /** Hands over all that was added; called by the parsing thread when no more is to come. */
  void end() {
    flush();
    boolean more = true;
    while (more) {
      more = handOver();
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // Only the parsing thread counts.
  private void flush() {
    batches++;
    int left;
    synchronized (waiting) {
      putAside();
      left = waiting.size();
    }
    if (mayWait > 0) {
      news.run();
    }
    while (left > mayWait) {
      handOver();
      synchronized (waiting) {
        left = waiting.size();
      }
    }
  }

  private void putAside() {
    int count = size.getAcquire();
    if (count > 0 && !abandoned) {
      waiting.add(new Batch(batch, count));
      batch = new RecordingEvent[BATCH];
    }
    size.setRelease(0);
  }

  /** Hands a batch over; false if none was waiting. Any thread may. */
  boolean handOver() {
    synchronized (order) {
      Batch next;
      synchronized (waiting) {
        next = waiting.poll();
      }
      if (next == null) {
        return false;
      }
      if (failure == null) {
        give(next);
      }
      return true;
    }
  }

  // What a consumer throws is for the thread that reads, and says nothing of the chunk.
  @SuppressWarnings("IllegalCatch")
  private void give(Batch next) {
    try {
      for (int i = 0; i < next.size; i++) {
        taker.accept(next.events[i]);
      }
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  /** So many batches may wait for another thread to hand them over. */
  void letWait(int count) {
    mayWait = count;
  }

  /** Changes whenever the parser has got on; by much, as a rule. */
  long progress() {
    return batches;
  }

  /** Hands over what was added until now, and nothing that is added later. */
  void abandon() {
    synchronized (waiting) {
      putAside();
      abandoned = true;
    }
    boolean more = true;
    while (more) {
      more = handOver();
    }
  }

  /** What the consumer threw; null if it took everything. */
  @Nullable Throwable failure() {
    return failure;
  }

  /** Nothing more can be read; called by the parsing thread. */
  void fail(Throwable why) {
    failure = why;
  }

  /** Throws what the consumer threw, or why nothing more could be read. */
  void rethrow() {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }
}
