package dev.rollcall.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import jdk.jfr.Recording;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** The events of a flight recording, read back and in the order of their times. */
public final class Recorded {
  private static final Set<String> COMMON =
      Set.of("startTime", "duration", "eventThread", "stackTrace");

  private final List<RecordedEvent> events;

  private Recorded(List<RecordedEvent> events) {
    this.events = events;
  }

  /** Something that a recording is made of. */
  public interface Action {
    /** Does it. */
    void run() throws Exception;
  }

  /** What was recorded while {@code action} ran, with the settings of the events' annotations. */
  public static Recorded during(Action action) throws Exception {
    return during(recording -> {}, action);
  }

  /** What was recorded while {@code action} ran. */
  public static Recorded during(Consumer<Recording> settings, Action action) throws Exception {
    Path file = Files.createTempFile("recorded", ".jfr");
    try (Recording recording = new Recording()) {
      settings.accept(recording);
      recording.start();
      action.run();
      recording.stop();
      recording.dump(file);
      return read(file);
    } finally {
      Files.delete(file);
    }
  }

  /** What is in a file. */
  public static Recorded read(Path file) throws IOException {
    return new Recorded(
        RecordingFile.readAllEvents(file).stream()
            .sorted(Comparator.comparing(RecordedEvent::getStartTime))
            .toList());
  }

  /** The events of a type. */
  public List<RecordedEvent> all(String name) {
    return events.stream().filter(event -> event.getEventType().getName().equals(name)).toList();
  }

  /** The events of a type that come from one checker. */
  public List<RecordedEvent> all(String name, int checkerId) {
    return all(name).stream().filter(event -> event.getInt("checkerId") == checkerId).toList();
  }

  /** The only event of a type that comes from one checker. */
  public RecordedEvent only(String name, int checkerId) {
    List<RecordedEvent> all = all(name, checkerId);
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " events " + name + " instead of one: " + all);
    }
    return all.get(0);
  }

  /** The fields of an event that only its type has, by name, but those left out. */
  public static String fields(RecordedEvent event, String... except) {
    Map<String, String> fields = new TreeMap<>();
    for (ValueDescriptor field : event.getFields()) {
      Object value = event.getValue(field.getName());
      fields.put(
          field.getName(), value instanceof RecordedClass type ? type.getName() : value + "");
    }
    fields.keySet().removeAll(COMMON);
    fields.keySet().removeAll(List.of(except));
    return fields.toString();
  }

  /** Whether the stack trace of an event has a frame of this class. */
  public static boolean isFrom(RecordedEvent event, Class<?> caller) {
    return event.getStackTrace() != null
        && event.getStackTrace().getFrames().stream()
            .anyMatch(frame -> frame.getMethod().getType().getName().equals(caller.getName()));
  }
}
