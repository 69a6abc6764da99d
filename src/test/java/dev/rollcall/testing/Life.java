package dev.rollcall.testing;

import dev.rollcall.LeakChecker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.EventStream;

/** A program that lets every event happen that needs no collector, and leaks one resource. */
public final class Life {
  private static final List<Object> HELD = new ArrayList<>();

  private Life() {}

  /** Whatever is leaked. */
  public static final class Leaked {}

  /** Thrown and caught. */
  public static final class Thrown extends Exception {
    private static final long serialVersionUID = 1;
  }

  /**
   * Runs it and prints the settings of the recording.
   *
   * @param arguments {@code curve N}: wait for N points of the curve; {@code many N}: leak N more
   */
  public static void main(String... arguments) throws Exception {
    LeakChecker checker = LeakChecker.global();
    Leaked leaked = new Leaked();
    HELD.add(leaked);
    checker.register(leaked, "the leaked one");
    Buffer buffer = new Buffer(checker);
    buffer.retain();
    buffer.touch("half way");
    buffer.release();
    Thread worker = new Thread(buffer::release, "life-worker");
    worker.start();
    worker.join();
    checker.unregister("never registered");
    try {
      throw new Thrown();
    } catch (Thrown expected) {
      HELD.add(expected);
    }
    for (int i = 0; i < arguments.length; i += 2) {
      int number = Integer.parseInt(arguments[i + 1]);
      if (arguments[i].equals("curve")) {
        awaitCurve(number);
      } else {
        leak(checker, number);
      }
    }
    for (Recording recording : FlightRecorder.getFlightRecorder().getRecordings()) {
      recording.getSettings().forEach((name, value) -> System.out.println(name + "=" + value));
    }
  }

  private static void leak(LeakChecker checker, int count) {
    for (int i = 0; i < count; i++) {
      Leaked one = new Leaked();
      HELD.add(one);
      checker.register(one);
    }
  }

  private static void awaitCurve(int points) throws Exception {
    CountDownLatch latch = new CountDownLatch(points);
    try (EventStream stream = EventStream.openRepository()) {
      stream.onEvent(
          "rollcall.LiveCount",
          event -> {
            if (event.getClass("resourceType").getName().equals(Leaked.class.getName())) {
              latch.countDown();
            }
          });
      stream.startAsync();
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new AssertionError(latch.getCount() + " points of the curve are missing");
      }
    }
  }
}
