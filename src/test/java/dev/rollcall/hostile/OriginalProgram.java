package dev.rollcall.hostile;

import dev.rollcall.LeakChecker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.EventStream;

/**
 * Writes the originals, each with a checker of its own; without arguments, is recorded and killed.
 */
final class OriginalProgram {
  static final int KILLED = 9;

  private static final List<Object> HELD = new ArrayList<>();

  private OriginalProgram() {}

  /** A resource with a reference count of its own. */
  private static final class Buffer extends dev.rollcall.testing.Buffer {
    Buffer(LeakChecker checker) {
      super(checker);
    }
  }

  /** What a program does while it is recorded. */
  private interface Body {
    void run(LeakChecker checker) throws Exception;
  }

  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      beKilled();
    }
    Path directory = Path.of(args[0]);
    record(directory.resolve("leaky.jfr"), OriginalProgram::leaky);
    record(directory.resolve("leaky-chunks.jfr"), OriginalProgram::leakyChunks);
    record(directory.resolve("clean.jfr"), OriginalProgram::clean);
    record(directory.resolve("clean-chunks.jfr"), OriginalProgram::cleanChunks);
    record(directory.resolve("misused.jfr"), OriginalProgram::misused);
    try (Recording recording = new Recording()) {
      recording.enable("jdk.JVMInformation");
      recording.start();
      recording.stop();
      recording.dump(directory.resolve("nothing.jfr"));
    }
    // Last, because its checker takes part in every recording from then on.
    record(directory.resolve("open.jfr"), checker -> lives(checker, 20, 3));
  }

  private static void record(Path file, Body body) throws Exception {
    try (Recording recording = new Recording()) {
      recording.enable("jdk.JVMInformation");
      recording.enable("jdk.ActiveSetting");
      recording.enable("jdk.ThreadStart");
      recording.start();
      body.run(LeakChecker.builder().build());
      recording.stop();
      recording.dump(file);
    }
  }

  private static void leaky(LeakChecker checker) {
    lives(checker, 20, 2);
    checker.finalCheck();
  }

  private static void leakyChunks(LeakChecker checker) {
    lives(checker, 10, 2);
    rotate();
    lives(checker, 10, 0);
    rotate();
    lives(checker, 10, 1);
    checker.finalCheck();
  }

  private static void clean(LeakChecker checker) {
    lives(checker, 20, 0);
    checker.finalCheck();
  }

  private static void cleanChunks(LeakChecker checker) {
    Buffer across = new Buffer(checker);
    lives(checker, 10, 0);
    rotate();
    across.touch("in the second chunk");
    lives(checker, 10, 0);
    rotate();
    across.release();
    lives(checker, 10, 0);
    checker.finalCheck();
  }

  private static void misused(LeakChecker checker) {
    lives(checker, 10, 0);
    checker.unregister("was never registered");
    checker.finalCheck();
  }

  /** Lives of which the last few leak. */
  private static void lives(LeakChecker checker, int count, int leaks) {
    for (int i = 0; i < count; i++) {
      Buffer buffer = new Buffer(checker);
      buffer.retain();
      buffer.touch("handed over in round " + i);
      buffer.release();
      Object connection = new Object();
      checker.register(connection, "connection " + i);
      checker.unregister(connection);
      if (i < count - leaks) {
        buffer.release();
      } else {
        HELD.add(buffer);
      }
    }
  }

  /** A second recording that starts or stops makes JFR begin a new chunk. */
  private static void rotate() {
    try (Recording second = new Recording()) {
      second.start();
    }
  }

  /** Ends without a hook, when what was recorded has reached the repository. */
  private static void beKilled() throws IOException, InterruptedException {
    CountDownLatch written = new CountDownLatch(10);
    try (EventStream stream = EventStream.openRepository()) {
      stream.setStartTime(Instant.EPOCH);
      stream.onEvent("rollcall.Register", event -> written.countDown());
      stream.startAsync();
      lives(LeakChecker.global(), 10, 2);
      if (written.await(30, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(KILLED);
      }
    }
    throw new AssertionError("nothing reached the repository");
  }
}
