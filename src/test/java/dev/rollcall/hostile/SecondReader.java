package dev.rollcall.hostile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * What the JDK's own reader finds in a recording: a second opinion on the exit code. It gives up at
 * the first damaged chunk, and ends, without a word, behind the first that was not finished.
 */
public final class SecondReader {
  private static final int PATIENCE_SECONDS = 5;

  private final Map<Integer, Checker> checkers = new HashMap<>();
  private boolean whole;
  private boolean misused;

  private SecondReader() {}

  /** What was seen of one checker. */
  private static final class Checker {
    private final Set<Long> registered = new HashSet<>();
    private final Set<Long> live = new HashSet<>();
    private final Set<Long> found = new HashSet<>();
    private final Set<Long> unregistered = new HashSet<>();
    private long before;
    private long counted;
    private long leaked;
  }

  /** Reads the bytes in a file, on a thread of its own because this reader may hang. */
  public static SecondReader of(byte[] bytes, Path file) throws InterruptedException {
    SecondReader reader = new SecondReader();
    FutureTask<Boolean> task = new FutureTask<>(() -> reader.read(file));
    Thread thread = new Thread(task, "second-reader");
    thread.setDaemon(true);
    thread.start();
    try {
      reader.whole = task.get(PATIENCE_SECONDS, TimeUnit.SECONDS) && Anatomy.isFinished(bytes);
    } catch (ExecutionException | TimeoutException e) {
      reader.whole = false;
    }
    return reader;
  }

  private boolean read(Path file) throws IOException {
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        RecordedEvent event = recording.readEvent();
        if (event.getEventType().getName().startsWith("rollcall.")) {
          take(event);
        }
      }
    }
    return true;
  }

  private synchronized void take(RecordedEvent event) {
    Checker checker = checkers.computeIfAbsent(event.getInt("checkerId"), id -> new Checker());
    switch (event.getEventType().getName()) {
      case "rollcall.Register" -> checker.registered.add(event.getLong("resourceId"));
      case "rollcall.Unregister" -> checker.unregistered.add(event.getLong("resourceId"));
      case "rollcall.Leak" -> {
        checker.live.add(event.getLong("resourceId"));
        checker.found.add(event.getLong("resourceId"));
      }
      case "rollcall.Live" -> {
        if (!event.getBoolean("ignored")) {
          checker.live.add(event.getLong("resourceId"));
        }
      }
      case "rollcall.LeakCheck" -> {
        checker.counted = Math.max(checker.counted, event.getLong("registered"));
        checker.leaked = Math.max(checker.leaked, event.getLong("leaked"));
      }
      case "rollcall.Checkpoint" -> {
        checker.counted = Math.max(checker.counted, event.getLong("registered"));
        if ("start".equals(event.getString("phase"))) {
          checker.before = Math.max(checker.before, event.getLong("registered"));
        } else if ("exit".equals(event.getString("phase"))) {
          checker.leaked =
              Math.max(checker.leaked, event.getLong("live") - event.getLong("ignored"));
        }
      }
      case "rollcall.LiveGroup" -> checker.leaked++;
      case "rollcall.Misuse" -> misused = true;
      default -> {}
    }
  }

  /** Whether it came to the end of the file. */
  public boolean isWhole() {
    return whole;
  }

  /** Whether nothing that it found speaks against a clean end. */
  public synchronized boolean isClean() {
    return !misused
        && !checkers.isEmpty()
        && checkers.values().stream()
            .allMatch(
                checker ->
                    checker.leaked == 0
                        && checker.unregistered.containsAll(checker.registered)
                        && checker.unregistered.containsAll(checker.live)
                        && checker.registered.size() >= checker.counted - checker.before);
  }

  /**
   * Whether anything that it found cannot be at a clean end, even where the ids of some events are
   * not what they were: then a check that speaks of all resources still proves that they are gone.
   */
  public synchronized boolean objects() {
    return misused
        || checkers.isEmpty()
        || checkers.values().stream()
            .anyMatch(
                checker ->
                    checker.leaked > 0
                        || !checker.unregistered.containsAll(checker.found)
                        || checker.unregistered.size() < checker.registered.size()
                        || checker.registered.size() < checker.counted - checker.before);
  }

  /** Whether anything that it found speaks of a leak or a misuse. */
  public synchronized boolean isEvidence() {
    return misused
        || checkers.values().stream()
            .anyMatch(checker -> checker.leaked > 0 || !checker.live.isEmpty());
  }
}
