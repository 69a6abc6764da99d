package dev.rollcall.fleet.made;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openjdk.jmc.flightrecorder.writer.api.Recording;
import org.openjdk.jmc.flightrecorder.writer.api.Recordings;
import org.openjdk.jmc.flightrecorder.writer.api.Type;
import org.openjdk.jmc.flightrecorder.writer.api.TypedField;
import org.openjdk.jmc.flightrecorder.writer.api.TypedValue;
import org.openjdk.jmc.flightrecorder.writer.api.TypedValueBuilder;
import org.openjdk.jmc.flightrecorder.writer.api.Types;
import org.openjdk.jmc.flightrecorder.writer.api.Types.JDK;

/**
 * One chunk of a recording that nobody recorded. Mission Control's writer makes one chunk a file;
 * files one after the other are the chunks of a file.
 */
final class Chunk {
  private static final String THREAD = "worker-1";

  private final Span span;
  private final long later;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Recording recording;
  private final Types types;
  private final EventTypes events;
  private final TypedValue thread;
  private final Map<String, TypedValue> classes = new HashMap<>();
  private final Map<List<StackTraceElement>, TypedValue> stacks = new HashMap<>();

  /**
   * When it was recorded.
   *
   * @param start nanoseconds since 1970
   * @param ticks the same on the JVM's own clock
   * @param nanos how long
   */
  record Span(long start, long ticks, long nanos) {
    long end() {
      return start + nanos;
    }
  }

  /** {@code later}: by so many nanoseconds than its span says, and all its events with it. */
  Chunk(Span span, long later) {
    this.span = span;
    this.later = later;
    recording =
        Recordings.newRecording(
            bytes,
            settings ->
                settings
                    .withTimestamp(span.start() + later)
                    .withStartTicks(span.ticks() + later)
                    .withDuration(span.nanos())
                    .withJdkTypeInitialization());
    types = recording.getTypes();
    events = new EventTypes(recording);
    thread =
        types
            .getType(JDK.THREAD)
            .asValue(
                value ->
                    value
                        .putField("osName", THREAD)
                        .putField("osThreadId", 21L)
                        .putField("javaName", THREAD)
                        .putField("javaThreadId", 21L));
  }

  Span span() {
    return span;
  }

  /** Writes an event of a moment, in nanoseconds since 1970. */
  void event(
      String name, long time, List<StackTraceElement> site, Consumer<TypedValueBuilder> rest) {
    Type type = events.of(name);
    recording.writeEvent(
        type.asValue(
            event -> {
              zero(type, event);
              event
                  .putField("startTime", span.ticks() + later + time - span.start())
                  .putField("eventThread", thread);
              if (!site.isEmpty()) {
                event.putField("stackTrace", stack(site));
              }
              rest.accept(event);
            }));
  }

  /** The writer leaves out a number that is not set, and what follows would be taken for it. */
  private static void zero(Type type, TypedValueBuilder event) {
    for (TypedField field : type.getFields()) {
      switch (field.getType().getTypeName()) {
        case "int" -> event.putField(field.getName(), 0);
        case "long" -> event.putField(field.getName(), 0L);
        default -> {}
      }
    }
  }

  /** As {@link #event}, of a resource. */
  void resource(
      String name,
      long time,
      long id,
      String type,
      List<StackTraceElement> site,
      Consumer<TypedValueBuilder> rest) {
    event(
        name,
        time,
        site,
        event -> {
          event.putField("resourceId", id).putField("resourceType", type(type));
          rest.accept(event);
        });
  }

  byte[] written() throws IOException {
    recording.close();
    return bytes.toByteArray();
  }

  private TypedValue symbol(String text) {
    return types.getType(JDK.SYMBOL).asValue(value -> value.putField("string", text));
  }

  private TypedValue type(String name) {
    return classes.computeIfAbsent(
        name,
        key ->
            types
                .getType(JDK.CLASS)
                .asValue(
                    value ->
                        value
                            .putField("name", symbol(key.replace('.', '/')))
                            .putField(
                                "package",
                                types
                                    .getType(JDK.PACKAGE)
                                    .asValue(of -> of.putField("name", symbol(packageOf(key)))))));
  }

  private static String packageOf(String type) {
    return type.substring(0, type.lastIndexOf('.')).replace('.', '/');
  }

  private TypedValue stack(List<StackTraceElement> site) {
    return stacks.computeIfAbsent(
        site,
        frames ->
            types
                .getType(JDK.STACK_TRACE)
                .asValue(
                    value ->
                        value
                            .putField("truncated", false)
                            .putField(
                                "frames",
                                frames.stream().map(this::frame).toArray(TypedValue[]::new))));
  }

  private TypedValue frame(StackTraceElement frame) {
    return types
        .getType(JDK.STACK_FRAME)
        .asValue(
            value ->
                value
                    .putField("method", method(frame))
                    .putField("lineNumber", frame.getLineNumber())
                    .putField("bytecodeIndex", frame.getLineNumber())
                    .putField(
                        "type",
                        types
                            .getType(JDK.FRAME_TYPE)
                            .asValue(kind -> kind.putField("description", "JIT compiled"))));
  }

  private TypedValue method(StackTraceElement frame) {
    return types
        .getType(JDK.METHOD)
        .asValue(
            value ->
                value
                    .putField("type", type(frame.getClassName()))
                    .putField("name", symbol(frame.getMethodName()))
                    .putField("descriptor", symbol("()V")));
  }
}
