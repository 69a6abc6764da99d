package dev.rollcall.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A method that forgets the release.
 *
 * @param type the binary name of its class
 * @param method its name, {@code <init>} for a constructor
 */
record Guilty(String type, String method) {
  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

  /** Reads {@code Class.method}. */
  @JsonCreator
  static Guilty of(String frame) {
    int dot = frame.lastIndexOf('.');
    return new Guilty(frame.substring(0, dot), frame.substring(dot + 1));
  }

  /**
   * Which suspect of a report's largest group of leaks this is, from 1 up; empty if it is none of
   * them. A lambda counts as the method that it is written in.
   */
  OptionalInt rank(JsonNode report) {
    JsonNode largest = null;
    for (JsonNode group : report.required("groups")) {
      if (largest == null
          || group.required("count").asLong() > largest.required("count").asLong()) {
        largest = group;
      }
    }
    if (largest != null) {
      JsonNode suspects = largest.path("suspects");
      for (int i = 0; i < suspects.size(); i++) {
        if (is(suspects.get(i).path("frame"))) {
          return OptionalInt.of(i + 1);
        }
      }
    }
    return OptionalInt.empty();
  }

  private boolean is(JsonNode frame) {
    Matcher lambda = LAMBDA.matcher(frame.path("method").asText());
    String name = lambda.matches() ? lambda.group(1) : frame.path("method").asText();
    return type.equals(frame.path("class").asText()) && method.equals(name);
  }

  @Override
  public String toString() {
    return type + "." + method;
  }
}
