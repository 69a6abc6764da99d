package dev.rollcall.reader;

import dev.rollcall.recording.RecordingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands events from the thread that parses a chunk to the one that collects them, in batches, so
 * that both work at the same time. Bounded: the parser waits where the collector is slower.
 *
 * <p>What the parsing thread did before it put a batch happens before the collector has taken it.
 */
final class EventQueue {
  private static final int BATCH = 1 << 10;
  private static final int BATCHES = 16;
  private static final long SLICE_MILLIS = 50;
  private static final List<RecordingEvent> END = new ArrayList<>(0);

  private final BlockingQueue<List<RecordingEvent>> batches = new ArrayBlockingQueue<>(BATCHES);
  private List<RecordingEvent> batch = new ArrayList<>(BATCH);
  private volatile boolean closed;

  /** Adds an event; called by the parsing thread only. */
  void add(RecordingEvent event) {
    batch.add(event);
    if (batch.size() == BATCH) {
      put(batch);
      batch = new ArrayList<>(BATCH);
    }
  }

  /** Says that no more is to come; called by the parsing thread. */
  void end() {
    put(batch);
    put(END);
  }

  private void put(List<RecordingEvent> full) {
    try {
      boolean taken = false;
      while (!taken && !closed) {
        taken = batches.offer(full, SLICE_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  /**
   * The next batch; null when none came in time, and at once where there is no time. Called by the
   * collecting thread.
   */
  @Nullable List<RecordingEvent> poll(long millis) throws InterruptedException {
    return millis < 0 ? null : batches.poll(millis, TimeUnit.MILLISECONDS);
  }

  static boolean isEnd(List<RecordingEvent> batch) {
    return batch == END;
  }

  /** What was added and not put yet; called when the parsing thread was stopped from adding. */
  List<RecordingEvent> rest() {
    return batch;
  }

  /** Nobody will take any more: who puts need not wait. */
  void close() {
    closed = true;
  }
}
