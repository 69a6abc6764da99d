package dev.rollcall.common;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A frame as a line of text, and a site as the text that {@code rollcall.Live} carries: one frame a
 * line, innermost first. {@code package.Class.method(File.java:12)} is the whole of it; where the
 * file is not known {@code (line 12)} is left, and where the line is not, either, nothing.
 */
public final class SiteText {
  private static final int MAX_FRAMES = 64;
  private static final int NO_LINE = -1;
  private static final int NATIVE_LINE = -2;
  private static final String LINE = "line ";
  private static final String NATIVE = "Native Method";

  private SiteText() {}

  /** A frame, as it is. What is not known of it is left out, and nothing is put in its place. */
  static String line(StackTraceElement frame) {
    StringBuilder line = new StringBuilder();
    append(line, frame);
    return line.toString();
  }

  private static void append(StringBuilder out, StackTraceElement frame) {
    out.append(frame.getClassName()).append('.').append(frame.getMethodName());
    String file = frame.getFileName();
    int line = frame.getLineNumber();
    if (line == NATIVE_LINE) {
      out.append('(').append(NATIVE).append(')');
    } else if (file != null && isReadBack(file)) {
      out.append('(').append(file);
      if (line >= 0) {
        out.append(':').append(line);
      }
      out.append(')');
    } else if (line >= 0) {
      out.append('(').append(LINE).append(line).append(')');
    } else if (out.charAt(out.length() - 1) == ')') {
      // Some languages allow parentheses in a name; what they hold would be read as a place.
      out.append("()");
    }
  }

  /** Whether the name of a file can be told from what stands around it. */
  private static boolean isReadBack(String file) {
    return !file.isEmpty()
        && file.indexOf('(') < 0
        && file.indexOf(')') < 0
        && file.indexOf('\n') < 0;
  }

  /** The text of a site, cut after {@value #MAX_FRAMES} frames. */
  public static String print(List<StackTraceElement> site) {
    StringBuilder text = new StringBuilder();
    for (StackTraceElement frame : site.subList(0, Math.min(site.size(), MAX_FRAMES))) {
      append(text, frame);
      text.append('\n');
    }
    return text.toString();
  }

  /**
   * The site that {@link #print} wrote, in this version or in an earlier one, which wrote {@code
   * package.Class.method:12} and no files. A line it could not have written is skipped.
   */
  public static List<StackTraceElement> parse(String text) {
    return text.lines().map(SiteText::frame).filter(Objects::nonNull).toList();
  }

  private static @Nullable StackTraceElement frame(String line) {
    int open = line.endsWith(")") ? line.lastIndexOf('(') : -1;
    if (open >= 0) {
      return frame(line.substring(0, open), line.substring(open + 1, line.length() - 1));
    }
    int colon = line.lastIndexOf(':');
    int number = colon < 0 ? NO_LINE : number(line.substring(colon + 1));
    return colon >= 0 && number < 0
        ? null
        : frame(colon < 0 ? line : line.substring(0, colon), null, number);
  }

  private static @Nullable StackTraceElement frame(String name, String place) {
    if (place.isEmpty()) {
      return frame(name, null, NO_LINE);
    }
    if (place.equals(NATIVE)) {
      return frame(name, null, NATIVE_LINE);
    }
    if (!isReadBack(place)) {
      return null;
    }
    if (place.startsWith(LINE) && number(place.substring(LINE.length())) >= 0) {
      return frame(name, null, number(place.substring(LINE.length())));
    }
    int colon = place.lastIndexOf(':');
    int number = number(place.substring(colon + 1));
    return colon <= 0 || number < 0
        ? frame(name, place, NO_LINE)
        : frame(name, place.substring(0, colon), number);
  }

  private static @Nullable StackTraceElement frame(String name, @Nullable String file, int line) {
    int dot = name.lastIndexOf('.');
    return dot <= 0 || dot == name.length() - 1
        ? null
        : new StackTraceElement(name.substring(0, dot), name.substring(dot + 1), file, line);
  }

  /** A line number; negative if it is none. */
  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return NO_LINE;
    }
  }
}
