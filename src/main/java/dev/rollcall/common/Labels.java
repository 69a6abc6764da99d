package dev.rollcall.common;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What those who run a JVM call it: {@code service=shop,version=1.4}. It tells two JVMs apart whose
 * process id and start are the same, as in containers, and says which versions are compared.
 *
 * @param values by key, in the order of the keys
 */
public record Labels(SortedMap<String, String> values) {
  /** None were set. */
  public static final Labels NONE = new Labels(new TreeMap<>());

  /** How many one JVM may have. */
  public static final int MOST = 16;

  /** How long a key may be. */
  public static final int LONGEST_KEY = 64;

  /** How long a value may be. */
  public static final int LONGEST_VALUE = 256;

  /** How long the text of all labels of a JVM can be. */
  public static final int LONGEST = MOST * (LONGEST_KEY + LONGEST_VALUE + 2);

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1," + LONGEST_KEY + "}");

  public Labels {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** Whether a key may be such. */
  public static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }

  /** Whether a value may be such: printable, and not so that it could be taken for two labels. */
  public static boolean isValue(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_VALUE
        && text.indexOf(',') < 0
        && Printable.of(text).equals(text);
  }

  /**
   * The labels in what {@link #text} has written. It comes from a recording, so what cannot be a
   * label is left out, and there are no more than a JVM may have.
   */
  public static Labels of(String text) {
    TreeMap<String, String> values = new TreeMap<>();
    Arrays.stream(text.split(",", MOST + 1))
        .limit(MOST)
        .forEach(
            label -> {
              int end = label.indexOf('=');
              if (end > 0 && isKey(label.substring(0, end)) && isValue(label.substring(end + 1))) {
                values.putIfAbsent(label.substring(0, end), label.substring(end + 1));
              }
            });
    return values.isEmpty() ? NONE : new Labels(values);
  }

  /** The others. */
  public Labels without(String key) {
    TreeMap<String, String> others = new TreeMap<>(values);
    others.remove(key);
    return new Labels(others);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** In one word: {@code service=shop,version=1.4}; empty where there are none. */
  public String text() {
    return joined(",");
  }

  /** For a person: {@code service=shop, version=1.4}; empty where there are none. */
  public String inWords() {
    return joined(", ");
  }

  private String joined(String between) {
    return values.entrySet().stream()
        .map(label -> label.getKey() + '=' + label.getValue())
        .collect(Collectors.joining(between));
  }

  // Written out: what a record has of its own is linked anew at each start.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Labels o && values.equals(o.values));
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }
}
