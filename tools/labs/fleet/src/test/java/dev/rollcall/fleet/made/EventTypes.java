package dev.rollcall.fleet.made;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmc.flightrecorder.writer.api.Recording;
import org.openjdk.jmc.flightrecorder.writer.api.Type;
import org.openjdk.jmc.flightrecorder.writer.api.TypeStructureBuilder;
import org.openjdk.jmc.flightrecorder.writer.api.TypedFieldBuilder;
import org.openjdk.jmc.flightrecorder.writer.api.Types.Builtin;
import org.openjdk.jmc.flightrecorder.writer.api.Types.JDK;

/** The event types of a chunk, as far as the offline tool needs their fields. */
final class EventTypes {
  private final Map<String, Type> types = new HashMap<>();

  /** How the numbers of a field are to be read. */
  private enum Unit {
    NONE,
    MILLIS,
    SINCE_EPOCH,
    BYTES
  }

  private record Field(String name, Builtin type, Unit unit) {
    static Field text(String name) {
      return new Field(name, Builtin.STRING, Unit.NONE);
    }

    static Field number(String name) {
      return new Field(name, Builtin.LONG, Unit.NONE);
    }

    static Field small(String name) {
      return new Field(name, Builtin.INT, Unit.NONE);
    }

    static Field in(Unit unit, String name) {
      return new Field(name, Builtin.LONG, unit);
    }
  }

  private static final List<Field> TOTALS =
      List.of(
          Field.number("registered"),
          Field.number("unregistered"),
          Field.number("live"),
          Field.text("phase"),
          Field.number("written"),
          Field.text("labels"),
          Field.small("checkId"),
          Field.text("trigger"),
          Field.number("leaked"));
  private static final List<Field> FOUND =
      List.of(
          Field.small("checkId"),
          Field.number("refCount"),
          Field.in(Unit.MILLIS, "age"),
          Field.text("state"),
          Field.in(Unit.BYTES, "bytes"),
          Field.small("sequence"));

  EventTypes(Recording recording) {
    Type bytes =
        recording.registerAnnotationType(
            "jdk.jfr.DataAmount", type -> type.addField("value", Builtin.STRING));
    add(
        recording,
        bytes,
        "jdk.JVMInformation",
        List.of(
            Field.text("jvmName"),
            Field.text("jvmVersion"),
            Field.number("pid"),
            Field.in(Unit.SINCE_EPOCH, "jvmStartTime")));
    resource(recording, bytes, "Register", List.of(Field.in(Unit.BYTES, "bytes")));
    resource(recording, bytes, "Touch", List.of(Field.text("note"), Field.small("sequence")));
    resource(recording, bytes, "Unregister", List.of(Field.small("sequence")));
    resource(recording, bytes, "Leak", FOUND);
    resource(recording, bytes, "Live", FOUND);
    add(recording, bytes, "rollcall.Checkpoint", TOTALS);
    add(recording, bytes, "rollcall.LeakCheck", TOTALS);
  }

  Type of(String name) {
    return Objects.requireNonNull(types.get(name));
  }

  private void resource(Recording recording, Type bytes, String name, List<Field> fields) {
    String event = "rollcall." + name;
    types.put(
        event,
        recording.registerEventType(
            event,
            type -> {
              type.addField("resourceId", Builtin.LONG).addField("resourceType", JDK.CLASS);
              addAll(fields, bytes, type);
            }));
  }

  private void add(Recording recording, Type bytes, String name, List<Field> fields) {
    types.put(name, recording.registerEventType(name, type -> addAll(fields, bytes, type)));
  }

  private static void addAll(List<Field> fields, Type bytes, TypeStructureBuilder type) {
    for (Field field : fields) {
      type.addField(field.name(), field.type(), built -> annotate(field.unit(), bytes, built));
    }
  }

  private static void annotate(Unit unit, Type bytes, TypedFieldBuilder field) {
    switch (unit) {
      case NONE -> {}
      case MILLIS -> field.addAnnotation(JDK.ANNOTATION_TIMESPAN, "MILLISECONDS");
      case SINCE_EPOCH -> field.addAnnotation(JDK.ANNOTATION_TIMESTAMP, "MILLISECONDS_SINCE_EPOCH");
      case BYTES -> field.addAnnotation(bytes, "BYTES");
    }
  }
}
