package dev.rollcall.testing;

import dev.rollcall.LeakChecker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Configuration;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;
import jdk.jfr.StackTrace;
import jdk.jfr.consumer.EventStream;

/**
 * A program that does what it is told on its standard input, a command a line, answers each when it
 * is done, and returns from {@code main} at the end of the input; see {@link CommandedJvm}.
 */
public final class Commanded {
  static final String ANSWER = "done: ";

  private static final int LARGE = 3_000;

  /** Referenced to the end, so that the collector has no say. */
  private static final List<Object> HELD = new ArrayList<>();

  private final LeakChecker checker = LeakChecker.global();
  private Recording further = new Recording();
  private volatile boolean resting;
  private Thread keeper = new Thread();

  private Commanded() {}

  /** Marks a point in the recording. */
  @Name("test.Marker")
  @StackTrace(false)
  private static final class Marker extends Event {
    @SuppressWarnings("UnusedVariable") // it is read from the recording
    int number;
  }

  /** Obeys. */
  public static void main(String... arguments) throws Exception {
    Commanded commanded = new Commanded();
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String command = commands.readLine();
    while (command != null) {
      String[] words = command.split(" ", 2);
      commanded.obey(words[0], words.length == 1 ? "" : words[1]);
      System.out.println(ANSWER + command);
      command = commands.readLine();
    }
  }

  private void obey(String command, String argument) throws Exception {
    switch (command) {
      case "open" -> HELD.addAll(Program.open(checker, number(argument)));
      case "elsewhere" -> HELD.addAll(Program.openElsewhere(checker, number(argument)));
      case "buffers" -> buffers(number(argument));
      case "close" -> close(number(argument));
      case "pairs" -> pairs(number(argument), 0);
      case "load" -> load(number(argument));
      case "keep" -> keepRegistering();
      case "rest" -> rest();
      case "check" -> checker.check();
      case "off" -> recording().disable(argument);
      case "on" -> recording().enable(argument);
      case "maxsize" -> recording().setMaxSize(number(argument));
      case "maxage" -> recording().setMaxAge(Duration.ofMillis(number(argument)));
      case "rotate" -> rotate();
      case "dump" -> recording().dump(Path.of(argument));
      case "start" -> startFurther(Path.of(argument));
      case "stop" -> further.close();
      case "flush" -> awaitFlush();
      case "fill" -> fill();
      case "halt" -> Runtime.getRuntime().halt(number(argument));
      default -> throw new IllegalArgumentException(command);
    }
  }

  /** Uses up the heap. */
  private static void fill() {
    List<byte[]> filled = new ArrayList<>();
    while (filled.size() < Integer.MAX_VALUE) {
      filled.add(new byte[1 << 20]);
    }
  }

  private static int number(String argument) {
    return Integer.parseInt(argument);
  }

  private static Recording recording() {
    return FlightRecorder.getFlightRecorder().getRecordings().stream()
        .filter(recording -> recording.getState() == RecordingState.RUNNING)
        .findFirst()
        .orElseThrow();
  }

  private void buffers(int count) {
    for (int i = 0; i < count; i++) {
      HELD.add(new Buffer(checker));
    }
  }

  private void close(int count) {
    for (int i = 0; i < count; i++) {
      Program.close(checker, HELD.remove(0));
    }
  }

  private void pairs(int count, int size) {
    for (int i = 0; i < count; i++) {
      // A description that JFR has not written before.
      Program.open(checker, 1, size == 0 ? null : i + "x".repeat(size))
          .forEach(checker::unregister);
    }
  }

  /** More bytes of events at once than small buffers can be emptied of. */
  private void load(int pairs) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread = new Thread(() -> pairs(pairs, LARGE), "load-" + i);
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Goes on registering, for as long as the JVM lives unless told to rest. */
  private void keepRegistering() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    List<Object> kept = new ArrayList<>();
    HELD.add(kept);
    keeper =
        new Thread(
            () -> {
              while (!resting) {
                kept.addAll(Program.open(checker, 1));
                begun.countDown();
                LockSupport.parkNanos(20_000);
              }
            },
            "keeper");
    keeper.setDaemon(true);
    keeper.start();
    begun.await();
  }

  private void rest() throws InterruptedException {
    resting = true;
    keeper.join();
  }

  /** A dump ends the chunk. */
  private static void rotate() throws IOException {
    Path file = Files.createTempFile("rotated", ".jfr");
    recording().dump(file);
    Files.delete(file);
  }

  private void startFurther(Path file) throws Exception {
    further = new Recording(Configuration.create(Path.of("jfc/rollcall.jfc")));
    further.setDestination(file);
    further.setDumpOnExit(true);
    further.start();
  }

  /** What comes out of the stream has been written to the repository. */
  private static void awaitFlush() throws Exception {
    CountDownLatch flushed = new CountDownLatch(1);
    int number = (int) System.nanoTime();
    try (EventStream stream = EventStream.openRepository()) {
      stream.onEvent(
          "test.Marker",
          event -> {
            if (event.getInt("number") == number) {
              flushed.countDown();
            }
          });
      stream.startAsync();
      while (!flushed.await(100, TimeUnit.MILLISECONDS)) {
        // A stream begins with what is written after it has found the repository.
        Marker marker = new Marker();
        marker.number = number;
        marker.commit();
      }
    }
  }
}
