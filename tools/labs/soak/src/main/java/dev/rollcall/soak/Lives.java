package dev.rollcall.soak;

import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Begins lives at random, one after the other, and hands each to other threads that end it. */
final class Lives implements Runnable {
  /**
   * Between two lives at most: the load is about half of a core, so that all others come to run.
   */
  private static final int MAX_PAUSE_NANOS = 400_000;

  private static final int MAX_HANDED_OVER = 500;

  private final SplittableRandom random;
  private final Executor others;
  private final Tally tally;
  private final Faults faults;
  private final BooleanSupplier isOver;
  private final Phaser handedOver;
  private final Semaphore room = new Semaphore(MAX_HANDED_OVER);

  /**
   * Lives that differ with the seed.
   *
   * @param others the threads that end them
   * @param handedOver has one party for each task that was given to the others
   */
  Lives(
      long seed,
      Executor others,
      Tally tally,
      Faults faults,
      BooleanSupplier isOver,
      Phaser handedOver) {
    this.random = new SplittableRandom(seed);
    this.others = others;
    this.tally = tally;
    this.faults = faults;
    this.isOver = isOver;
    this.handedOver = handedOver;
  }

  @Override
  public void run() {
    try {
      while (!isOver.getAsBoolean()) {
        switch (random.nextInt(3)) {
          case 0 -> sharedBuffer();
          case 1 -> racedConnection();
          default -> owningConnection();
        }
        LockSupport.parkNanos(random.nextInt(MAX_PAUSE_NANOS));
      }
    } catch (RuntimeException | Error e) {
      faults.add(e);
    }
  }

  /** Some threads have a reference each; one has none, and may get one as long as it lives. */
  private void sharedBuffer() {
    Buffer buffer = new Buffer(tally, faults, null);
    int sharers = random.nextInt(4);
    for (int i = 0; i < sharers; i++) {
      buffer.retain();
      handOver(
          () -> {
            buffer.touch("handed over");
            boolean unused = buffer.release();
          });
    }
    if (random.nextBoolean()) {
      handOver(
          () -> {
            if (buffer.tryRetain()) {
              boolean unused = buffer.release();
            }
          });
    }
    boolean unused = buffer.release();
  }

  /** Several threads close it. */
  private void racedConnection() {
    Connection connection = new Connection(tally, faults);
    int closers = random.nextInt(3);
    for (int i = 0; i < closers; i++) {
      handOver(connection::close);
    }
    connection.touch("closed by " + (closers + 1));
    connection.close();
  }

  /** It owns statements, and references to a buffer. */
  private void owningConnection() {
    Connection connection = new Connection(tally, faults);
    int statements = random.nextInt(3);
    for (int i = 0; i < statements; i++) {
      new Statement(tally, connection).close();
    }
    Buffer buffer = new Buffer(tally, faults, connection);
    buffer.retain(connection);
    boolean unused = buffer.release();
    handOver(
        () -> {
          boolean last = buffer.release(connection);
          connection.close();
          if (!last) {
            faults.add("a buffer that its connection released last lives on");
          }
        });
  }

  /** The task is run once, by another thread. */
  private void handOver(Runnable task) {
    room.acquireUninterruptibly();
    int unused = handedOver.register();
    others.execute(
        () -> {
          try {
            task.run();
          } catch (RuntimeException | Error e) {
            faults.add(e);
          } finally {
            room.release();
            int unusedPhase = handedOver.arriveAndDeregister();
          }
        });
  }
}
