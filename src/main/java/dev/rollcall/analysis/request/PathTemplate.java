package dev.rollcall.analysis.request;

import java.util.regex.Pattern;

/**
 * A path without what is of one request: {@code /orders/4711?page=2} is {@code /orders/{id}}, as
 * the one who wrote the route would have it.
 */
final class PathTemplate {
  private static final Pattern HOST = Pattern.compile("\\b[a-z][a-z0-9+.-]*://[^/\\s]*");
  private static final Pattern QUERY = Pattern.compile("[?#]\\S*");

  /** A number, or letters and digits that no word has: hexadecimal, a UUID. */
  private static final Pattern ID =
      Pattern.compile(
          "(?<=/)(?:[0-9]+|(?=[0-9a-fA-F-]*[0-9])[0-9a-fA-F-]{8,}"
              + "|(?=(?:[^/\\s]*[0-9]){4})[0-9A-Za-z_.~-]{16,})(?=[/\\s]|$)");

  private PathTemplate() {}

  static String of(String text) {
    if (text.indexOf('/') < 0) {
      return text;
    }
    String path = QUERY.matcher(HOST.matcher(text).replaceAll("")).replaceAll("");
    return ID.matcher(path).replaceAll("{id}");
  }
}
