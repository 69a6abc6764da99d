package dev.rollcall.reader;

import dev.rollcall.recording.EventLog;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The chunks that are being read: as many at a time as there are processors and as fit in the heap.
 * They are finished in their order, so that which of them is faster does not matter. Where fewer
 * are left than there are processors, the reading thread helps with the first of them.
 *
 * @param <L> the log of which a part collects the events of a chunk
 */
final class ChunkLoads<L extends EventLog<L>> {
  private static final long TICK_MILLIS = 50;

  /** So many batches may wait for the reading thread where it helps. */
  private static final int WAITING = 64;

  /** The reading thread looks round after so many. */
  private static final int AT_A_TIME = 16;

  /** Of the heap; the parser takes 1.2 times a chunk, and what it knows of threads and stacks. */
  private static final int SHARE_OF_HEAP = 4;

  private static final String INTERRUPTED = "reading was interrupted";

  private final int atOnce;
  private final int processors;
  private final Consumer<ChunkLoad<L>> finisher;
  private final Deque<ChunkLoad<L>> loads = new ArrayDeque<>();
  private final Semaphore news = new Semaphore(0);

  /**
   * {@code atOnce}: so many chunks are read at the same time; {@code finisher} takes each of them,
   * on the reading thread.
   */
  ChunkLoads(int atOnce, int processors, Consumer<ChunkLoad<L>> finisher) {
    this.atOnce = atOnce;
    this.processors = processors;
    this.finisher = finisher;
  }

  /** Says that there may be something to do for the reading thread. */
  void wake() {
    news.release();
  }

  /** Begins to read a chunk as soon as there is room for it. */
  void add(ChunkLoad<L> load) {
    long running = running();
    while (!hasRoom(load.header().size(), running)) {
      work(running);
      running = running();
    }
    loads.add(load);
    load.start(this::wake);
  }

  private boolean hasRoom(long bytes, long running) {
    long taken =
        loads.stream()
            .filter(load -> !load.isFinished())
            .mapToLong(load -> load.header().size())
            .sum();
    return running == 0
        || (running < atOnce
            && loads.size() < 2 * atOnce
            && taken + bytes <= Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
  }

  private long running() {
    return loads.stream().filter(load -> !load.isFinished()).count();
  }

  /** Waits until all are finished. */
  void finish() {
    while (!loads.isEmpty()) {
      work(running());
    }
  }

  /** Reads a chunk while no other is being read. */
  void readAlone(ChunkLoad<L> load) {
    while (running() > 0) {
      await();
    }
    load.start(this::wake);
    while (!load.isFinished()) {
      await();
      if (Thread.currentThread().isInterrupted()) {
        load.giveUp(INTERRUPTED);
      }
    }
  }

  /** Does what there is to do, or waits a little; {@code running}: so many are being read. */
  private void work(long running) {
    ChunkLoad<L> first = loads.element();
    if (first.isFinished()) {
      loads.remove();
      finisher.accept(first);
      return;
    }
    boolean helps = running < processors;
    first.sink().events().letWait(helps ? WAITING : 0);
    int done = 0;
    while (helps && done < AT_A_TIME && first.sink().events().handOver()) {
      done++;
    }
    if (done == 0) {
      await();
    }
  }

  private void await() {
    try {
      if (news.tryAcquire(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
        news.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      loads.forEach(load -> load.giveUp(INTERRUPTED));
    }
  }
}
