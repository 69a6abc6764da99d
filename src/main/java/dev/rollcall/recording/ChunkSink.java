package dev.rollcall.recording;

import java.util.List;
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
 * may {@link #abandon} the sink: after that returns, nothing is delivered any more.
 */
final class ChunkSink implements IParserExtension {
  private static final IEventSink DROP = row -> {};

  private final Constants constants;
  private final JvmEvents jvmEvents;
  private final Consumer<? super LifecycleEvent> consumer;
  private final Object gate = new Object();
  private boolean abandoned;
  private long delivered;
  private @Nullable Throwable consumerFailure;

  ChunkSink(Constants constants, JvmEvents jvmEvents, Consumer<? super LifecycleEvent> consumer) {
    this.constants = constants;
    this.jvmEvents = jvmEvents;
    this.consumer = consumer;
  }

  void abandon() {
    synchronized (gate) {
      abandoned = true;
    }
  }

  long delivered() {
    synchronized (gate) {
      return delivered;
    }
  }

  /** What the consumer threw: a fault of ours, not of the chunk. */
  @Nullable Throwable consumerFailure() {
    synchronized (gate) {
      return consumerFailure;
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
    if (decoder != null) {
      return row -> deliver(decoder, row);
    }
    IEventSink ofJvm = jvmEvents.sink(type, fields);
    return ofJvm == null ? DROP : row -> note(ofJvm, row);
  }

  private void note(IEventSink sink, Object[] row) {
    synchronized (gate) {
      if (!abandoned) {
        sink.addEvent(row);
      }
    }
  }

  private void deliver(Decoder decoder, @Nullable Object[] row) {
    synchronized (gate) {
      if (abandoned) {
        return;
      }
      LifecycleEvent event = decoder.decode(row);
      try {
        consumer.accept(event);
        delivered++;
      } catch (RuntimeException | Error e) {
        abandoned = true;
        consumerFailure = e;
      }
    }
  }
}
