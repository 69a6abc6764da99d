package dev.rollcall.attach;

import dev.rollcall.attach.OpenNow.OfType;
import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.management.jfr.RemoteRecordingStream;
import org.jspecify.annotations.Nullable;

/**
 * Follows what lives in a JVM, by a recording of its own that takes nothing but the counts, which
 * come once a second. It is closed at the end, also where a signal ends this tool.
 */
public final class Follow implements AutoCloseable {
  private static final String COUNT = "rollcall.LiveCount";

  /** How long the JVM keeps what was recorded for this, so that it does not fill its disk. */
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final RemoteRecordingStream stream;
  private final Consumer<OpenNow> reader;
  private final Runnable whenClosed;
  private final Map<Key, OfType> latest = new HashMap<>();
  private @Nullable Instant time;
  private @Nullable AtExit atExit;

  /** A class of a checker; its name may be another's, too. */
  private record Key(long checker, long type) {}

  private Follow(RemoteRecordingStream stream, Consumer<OpenNow> reader, Runnable whenClosed) {
    this.stream = stream;
    this.reader = reader;
    this.whenClosed = whenClosed;
  }

  /**
   * Begins.
   *
   * @param reader told about once a second, on a thread of the stream
   * @param whenClosed told when nothing comes any more, because the JVM has ended or does not
   *     answer
   */
  public static Follow of(AttachedJvm jvm, Consumer<OpenNow> reader, Runnable whenClosed)
      throws NotAttachedException {
    try {
      Follow follow = new Follow(new RemoteRecordingStream(jvm.connection()), reader, whenClosed);
      follow.start(jvm.eventTypes());
      return follow;
    } catch (IOException | UndeclaredThrowableException e) {
      throw AttachedJvm.lost(jvm.pid(), e);
    }
  }

  private void start(List<String> eventTypes) {
    Map<String, String> settings = new HashMap<>();
    // What no settings name is on if its class says so, as events of programs do.
    eventTypes.forEach(type -> settings.put(type + "#enabled", String.valueOf(type.equals(COUNT))));
    settings.put(COUNT + "#period", "1 s");
    stream.setSettings(settings);
    stream.setMaxAge(KEPT);
    stream.onEvent(COUNT, this::count);
    stream.onFlush(this::flushed);
    stream.onClose(whenClosed);
    atExit = AtExit.of(this::end);
    stream.startAsync();
  }

  private void count(RecordedEvent event) {
    RecordedClass type = event.getClass("resourceType");
    if (type != null) { // else the class was unloaded, and nothing names it
      latest.put(
          new Key(event.getLong("checkerId"), type.getId()),
          new OfType(
              type.getName(),
              event.getLong("live"),
              event.getLong("registered"),
              event.hasField("oldest") ? event.getLong("oldest") : -1,
              event.hasField("overdue") ? event.getLong("overdue") : 0));
    }
    time = event.getStartTime();
  }

  /** All counts of one moment have been read by now. */
  private void flushed() {
    if (time == null) {
      return;
    }
    Map<String, OfType> byName = new TreeMap<>();
    latest.values().forEach(one -> byName.merge(one.type(), one, Follow::sum));
    OpenNow now = new OpenNow(time, List.copyOf(byName.values()));
    latest.clear();
    time = null;
    reader.accept(now);
  }

  private static OfType sum(OfType one, OfType other) {
    return new OfType(
        one.type(),
        one.open() + other.open(),
        one.registered() + other.registered(),
        Math.max(one.oldestMillis(), other.oldestMillis()),
        one.overdue() + other.overdue());
  }

  /** Closes the recording. */
  @Override
  public void close() {
    if (atExit != null) {
      atExit.close();
    }
  }

  private void end() {
    try {
      stream.close();
    } catch (RuntimeException ended) {
      // The recording has ended with the JVM.
    }
  }
}
