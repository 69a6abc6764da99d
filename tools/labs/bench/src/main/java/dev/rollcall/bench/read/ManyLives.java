package dev.rollcall.bench.read;

import dev.rollcall.LeakChecker;
import dev.rollcall.RefCounted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/**
 * Makes a recording of many lives, with all stacks, by as many threads as there are processors:
 * {@code ManyLives FILE SETTINGS EVENTS}. A life has five events; one in {@value #LEAKING} does not
 * end. Needs a global checker that is on.
 */
public final class ManyLives {
  private static final int LEAKING = 2_000;
  private static final int EVENTS_PER_LIFE = 5;
  private static final int PLACES = 64;

  /** What leaks: held, so that it can be told. */
  private static final ConcurrentLinkedQueue<Buffer> LEAKED = new ConcurrentLinkedQueue<>();

  private ManyLives() {}

  private static final class Buffer extends RefCounted {
    Buffer() {
      register();
    }

    @Override
    protected void destroy() {}
  }

  /** See {@link ManyLives}. */
  public static void main(String[] args) throws Exception {
    long lives = Long.parseLong(args[2]) / EVENTS_PER_LIFE;
    try (Recording recording = recording(Path.of(args[1]))) {
      recording.setDestination(Path.of(args[0]));
      recording.start();
      int count = Runtime.getRuntime().availableProcessors();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        long share = lives / count;
        Thread thread = new Thread(() -> live(share), "worker-" + i);
        thread.start();
        threads.add(thread);
      }
      for (Thread thread : threads) {
        thread.join();
      }
      LeakChecker.global().check();
      recording.stop();
    }
    LEAKED.forEach(Buffer::release);
  }

  private static Recording recording(Path settings) throws IOException, java.text.ParseException {
    return new Recording(Configuration.create(settings));
  }

  private static void live(long lives) {
    for (long i = 0; i < lives; i++) {
      atPlace((int) (i % PLACES), Integer.numberOfTrailingZeros(PLACES), i % LEAKING == 0);
    }
  }

  /** Each bit of the place takes one of two ways through the code. */
  private static void atPlace(int place, int bits, boolean leak) {
    if (bits == 0) {
      life(leak);
    } else if ((place & 1) == 0) {
      even(place >> 1, bits - 1, leak);
    } else {
      odd(place >> 1, bits - 1, leak);
    }
  }

  private static void even(int place, int bits, boolean leak) {
    atPlace(place, bits, leak);
  }

  private static void odd(int place, int bits, boolean leak) {
    atPlace(place, bits, leak);
  }

  private static void life(boolean leak) {
    Buffer buffer = new Buffer();
    buffer.retain();
    buffer.touch("handed over");
    buffer.release();
    if (leak) {
      LEAKED.add(buffer);
    } else {
      buffer.release();
    }
  }
}
