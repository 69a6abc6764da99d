package dev.rollcall.golden;

import static java.util.stream.Collectors.joining;

import dev.rollcall.LeakChecker;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import jdk.jfr.AnnotationElement;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.SettingDescriptor;
import jdk.jfr.ValueDescriptor;
import org.junit.jupiter.api.Test;

/** What the recorder is told of the events: names, words, fields and their defaults. */
final class GoldenEventMetadataTest {
  /** The fields that JFR gives to every event. */
  private static final Set<String> COMMON =
      Set.of("startTime", "duration", "eventThread", "stackTrace");

  /** Those that every JDK from 17 on has. */
  private static final Set<String> SETTINGS =
      Set.of("enabled", "period", "stackTrace", "threshold");

  @Test
  void eventsFieldsAndSettings() throws IOException {
    LeakChecker unused = LeakChecker.builder().build();
    String metadata =
        FlightRecorder.getFlightRecorder().getEventTypes().stream()
            .filter(type -> type.getName().startsWith("rollcall."))
            .sorted(Comparator.comparing(EventType::getName))
            .map(GoldenEventMetadataTest::event)
            .collect(joining("\n"));
    Golden.assertSame("events.txt", metadata);
  }

  private static String event(EventType type) {
    StringBuilder text = new StringBuilder(type.getName()).append('\n');
    text.append("  label: ").append(type.getLabel()).append('\n');
    text.append("  description: ").append(type.getDescription()).append('\n');
    text.append("  category: ").append(type.getCategoryNames()).append('\n');
    text.append("  annotations: ").append(annotations(type.getAnnotationElements())).append('\n');
    type.getSettingDescriptors().stream()
        .filter(setting -> SETTINGS.contains(setting.getName()))
        .sorted(Comparator.comparing(SettingDescriptor::getName))
        .forEach(
            setting ->
                text.append("  setting ")
                    .append(setting.getName())
                    .append(" = ")
                    .append(setting.getDefaultValue())
                    .append('\n'));
    for (ValueDescriptor field : type.getFields()) {
      text.append("  field ").append(field.getName());
      if (!COMMON.contains(field.getName())) {
        text.append(": ").append(field.getTypeName()).append(field.isArray() ? "[]" : "");
        text.append("\n    label: ").append(field.getLabel());
        text.append("\n    description: ").append(field.getDescription());
        text.append("\n    annotations: ").append(annotations(field.getAnnotationElements()));
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** The label and the description are said before. */
  private static String annotations(List<AnnotationElement> annotations) {
    return annotations.stream()
        .map(
            annotation ->
                annotation.getTypeName()
                    + annotation.getValueDescriptors().stream()
                        .map(value -> text(annotation.getValue(value.getName())))
                        .collect(joining(", ", "(", ")")))
        .filter(text -> !text.matches("jdk\\.jfr\\.(Label|Description|Name)\\(.*"))
        .sorted()
        .collect(joining(" "));
  }

  private static String text(Object value) {
    return value instanceof Object[] array ? List.of(array).toString() : value.toString();
  }
}
