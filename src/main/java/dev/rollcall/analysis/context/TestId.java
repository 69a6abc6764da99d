package dev.rollcall.analysis.context;

import dev.rollcall.recording.ContextEvent.TestRan;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JUnit's unique ids: {@code [engine:junit-jupiter]/[class:a.B]/[method:c()]}. */
final class TestId {
  private static final Pattern SEGMENT = Pattern.compile("\\[([a-z-]+):([^\\]]*)\\]");

  private TestId() {}

  /** Class and method as a person writes them; the display name where the id has none. */
  static String name(TestRan test) {
    StringBuilder name = new StringBuilder();
    Matcher segments = SEGMENT.matcher(test.uniqueId());
    while (segments.find()) {
      String value = segments.group(2);
      switch (segments.group(1)) {
        case "class" -> name.append(value);
        case "nested-class" -> name.append('$').append(value);
        case "method", "test-template", "test-factory" -> name.append('.').append(value);
        case "test-template-invocation", "dynamic-test" ->
            name.append('[').append(value).append(']');
        default -> {}
      }
    }
    return name.isEmpty() ? test.name() : name.toString();
  }
}
