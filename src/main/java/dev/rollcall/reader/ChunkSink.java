package dev.rollcall.reader;

import dev.rollcall.reader.decode.ContextDecoders;
import dev.rollcall.reader.decode.Decoder;
import dev.rollcall.reader.decode.JvmEvents;
import dev.rollcall.reader.decode.RequestDecoders;
import dev.rollcall.reader.decode.SharedConstants;
import dev.rollcall.recording.ContextEvent;
import dev.rollcall.recording.LifecycleEvent.Checkpoint;
import dev.rollcall.recording.RecordingEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.flightrecorder.parser.IEventSink;
import org.openjdk.jmc.flightrecorder.parser.IEventSinkFactory;
import org.openjdk.jmc.flightrecorder.parser.IParserExtension;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/**
 * Where the parser delivers the events of one chunk. Those that nobody asked for are dropped here,
 * before anything is kept of them.
 *
 * <p>The parser runs on a thread of its own, and one that hangs cannot be stopped. So the reader
 * may {@link #close} the sink: after that returns, what is delivered touches nothing any more that
 * others see.
 */
final class ChunkSink implements IParserExtension {
  private static final IEventSink DROP = row -> {};

  private final SharedConstants constants;
  private final JvmEvents jvmEvents = new JvmEvents();
  private final boolean withContext;
  private final EventQueue events;
  private boolean closed;
  private Map<String, Set<String>> requestTypes = Map.of();

  /** Of the events of Rollcall, as far as they were handed over. */
  private final AtomicLong count = new AtomicLong();

  /**
   * {@code withContext}: whether anybody wants {@link ContextEvent}s; {@code news} runs when there
   * are events that another thread may hand over.
   */
  ChunkSink(
      SharedConstants constants,
      boolean withContext,
      Consumer<? super RecordingEvent> taker,
      Runnable news) {
    this.constants = constants;
    this.withContext = withContext;
    this.events =
        new EventQueue(
            event -> {
              taker.accept(event);
              count(event);
            },
            news);
  }

  /** One thread at a time hands events over. */
  private void count(RecordingEvent event) {
    if (event instanceof Checkpoint checkpoint) {
      jvmEvents.note(checkpoint);
    }
    if (event.counts()) {
      count.setRelease(count.getPlain() + 1);
    }
  }

  EventQueue events() {
    return events;
  }

  /** How many events of Rollcall were handed over. */
  long count() {
    return count.getAcquire();
  }

  /** What the JVM's own events say; of a sink that is closed. */
  JvmEvents jvmEvents() {
    return jvmEvents;
  }

  /** Whether anybody wants what went on around the resources. */
  boolean withContext() {
    return withContext;
  }

  /**
   * Takes the types of the chunk that tell of requests, with their contextual fields, before the
   * first event; called by the parsing thread.
   */
  void declare(Map<String, Set<String>> types) {
    requestTypes = types;
    if (!types.isEmpty()) {
      events.add(new ContextEvent.RequestsDeclared());
    }
  }

  /** Takes no more. */
  void close() {
    events.abandon();
    synchronized (jvmEvents) {
      closed = true;
    }
  }

  /**
   * Lets the type that a setting belongs to arrive as a name, which events of ours are known by.
   */
  @Override
  public @Nullable String getValueInterpretation(String eventTypeId, String fieldId) {
    return eventTypeId.equals("jdk.ActiveSetting") && fieldId.equals("id")
        ? "org.openjdk.jmc.flightrecorder.value_interpretation.type_identifier"
        : null;
  }

  @Override
  public IEventSinkFactory getEventSinkFactory(IEventSinkFactory whole) {
    return new IEventSinkFactory() {
      @Override
      public IEventSink create(
          String type,
          String label,
          String[] category,
          String description,
          List<ValueField> fields) {
        return sink(type, fields);
      }

      @Override
      public void flush() {
        whole.flush();
      }
    };
  }

  private IEventSink sink(String type, List<ValueField> fields) {
    Decoder decoder = Decoder.of(type, fields, constants);
    if (decoder == null && withContext) {
      decoder = ContextDecoders.of(type, fields, constants);
    }
    if (decoder == null && requestTypes.containsKey(type)) {
      decoder = RequestDecoders.of(type, fields, requestTypes, constants);
    }
    if (decoder != null) {
      Decoder found = decoder;
      return row -> deliver(row, found);
    }
    IEventSink ofJvm = jvmEvents.sink(type, fields);
    return ofJvm == null ? DROP : row -> note(row, ofJvm);
  }

  private void note(Object[] row, IEventSink sink) {
    synchronized (jvmEvents) {
      if (!closed) {
        sink.addEvent(row);
      }
    }
  }

  private void deliver(@Nullable Object[] row, Decoder decoder) {
    RecordingEvent event = decoder.decode(row);
    if (event != null) {
      events.add(event);
    }
  }
}
