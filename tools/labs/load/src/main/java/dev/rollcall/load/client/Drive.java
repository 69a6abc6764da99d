package dev.rollcall.load.client;

import dev.rollcall.load.Protocol;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Drives a server for some time, in one thread. With a rate, it spins: a request is due every
 * 1/rate seconds, however slow the server is, and its latency counts from then on, so that a stall
 * of the server is seen by all who would have met it. Without one the loop is closed: each
 * connection sends its next request when it has its answer.
 */
final class Drive {
  private static final long SECOND = 1_000_000_000;
  private static final long DEADLINE = 10 * SECOND;
  private static final long MILLIS_PER_LOOK = 100;
  private static final int DIGITS = 3;

  private static final long RAMP = (long) (ClientMain.SETTLING_SECONDS * SECOND);

  private final Histogram latencies = new Histogram(DIGITS);
  private final ArrayDeque<Connection> free = new ArrayDeque<>();
  private final Selector selector;
  private final long interval;
  private final long begin = System.nanoTime();
  private final long end;
  private long requests;
  private long answers;

  private Drive(Selector selector, double seconds, long rate) {
    this.selector = selector;
    this.interval = rate == 0 ? 0 : SECOND / rate;
    this.end = begin + RAMP + (long) (seconds * SECOND);
  }

  /**
   * Opens connections, drives, and closes them when all is answered.
   *
   * @param rate requests per second, or 0 for a closed loop
   * @throws IOException if the server fails, or leaves a request unanswered for 10 s
   */
  static Driven run(Protocol protocol, int port, int count, double seconds, long rate)
      throws IOException {
    List<Connection> connections = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < count; i++) {
        connections.add(Connection.open(protocol, port, selector));
      }
      Drive drive = new Drive(selector, seconds, rate);
      drive.free.addAll(connections);
      drive.run(count);
      return new Driven(drive.answers, seconds, drive.latencies);
    } finally {
      for (Connection connection : connections) {
        connection.close();
      }
    }
  }

  private void run(int count) throws IOException {
    sendWhatIsDue();
    while (System.nanoTime() < end || free.size() < count) {
      await();
      for (SelectionKey key : selector.selectedKeys()) {
        read((Connection) key.attachment());
      }
      selector.selectedKeys().clear();
      sendWhatIsDue();
      if (System.nanoTime() > end + DEADLINE) {
        throw new IOException((count - free.size()) + " requests were not answered");
      }
    }
  }

  /** What is due at a time cannot be left to a timer. */
  private void await() throws IOException {
    if (interval == 0) {
      selector.select(MILLIS_PER_LOOK);
    } else {
      selector.selectNow();
    }
  }

  private void sendWhatIsDue() throws IOException {
    while (!free.isEmpty()) {
      long now = System.nanoTime();
      long due = interval == 0 ? now : begin + requests * interval;
      if (due > now || due >= end) {
        return;
      }
      requests++;
      free.remove().send(due);
    }
  }

  private void read(Connection connection) throws IOException {
    if (connection.read()) {
      if (connection.due() >= begin + RAMP) {
        latencies.recordValue(System.nanoTime() - connection.due());
      }
      answers++;
      free.add(connection);
    }
  }
}
