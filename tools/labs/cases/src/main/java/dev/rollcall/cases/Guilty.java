package dev.rollcall.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A method that forgets the release. A lambda counts as the method that it is written in.
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

  /** Whether a frame of a report is this method. */
  boolean is(JsonNode frame) {
    Matcher lambda = LAMBDA.matcher(frame.path("method").asText());
    String name = lambda.matches() ? lambda.group(1) : frame.path("method").asText();
    return type.equals(frame.path("class").asText()) && method.equals(name);
  }

  /** Whether a frame of a report is in the same class, or in one that is nested with it. */
  boolean isInFileOf(JsonNode frame) {
    return topLevel(type).equals(topLevel(frame.path("class").asText()));
  }

  private static String topLevel(String name) {
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  /** Whether a line of a text has this method, with or without its package. */
  boolean isNamedIn(String line) {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    String name = Pattern.quote(method);
    return Pattern.compile(
            "(?<![\\w$])%s\\.(?:%s|lambda\\$%s\\$\\d+)(?![\\w$])"
                .formatted(Pattern.quote(simple), name, name))
        .matcher(line)
        .find();
  }

  @Override
  public String toString() {
    return type + "." + method;
  }
}
