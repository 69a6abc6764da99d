package dev.rollcall.common;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A site as the text that {@code rollcall.Live} carries: one frame a line, {@code
 * package.Class.method:line}, innermost first, without the line number where it is not known.
 */
public final class SiteText {
  private static final int MAX_FRAMES = 64;

  private SiteText() {}

  /** The text of a site, cut after {@value #MAX_FRAMES} frames. */
  public static String print(List<StackTraceElement> site) {
    StringBuilder text = new StringBuilder();
    for (StackTraceElement frame : site.subList(0, Math.min(site.size(), MAX_FRAMES))) {
      text.append(frame.getClassName()).append('.').append(frame.getMethodName());
      if (frame.getLineNumber() >= 0) {
        text.append(':').append(frame.getLineNumber());
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** The site that {@link #print} wrote; a line it could not have written is skipped. */
  public static List<StackTraceElement> parse(String text) {
    return text.lines().map(SiteText::frame).filter(Objects::nonNull).toList();
  }

  private static @Nullable StackTraceElement frame(String line) {
    int colon = line.lastIndexOf(':');
    String name = colon < 0 ? line : line.substring(0, colon);
    int dot = name.lastIndexOf('.');
    if (dot <= 0 || dot == name.length() - 1) {
      return null;
    }
    try {
      int number = colon < 0 ? -1 : Integer.parseInt(line.substring(colon + 1));
      return element(name.substring(0, dot), name.substring(dot + 1), number);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * A frame as a recording knows it: JFR keeps no file name, so it is that of the outermost class,
   * as Java compilers have it.
   */
  public static StackTraceElement element(String className, String methodName, int line) {
    String simple = Words.shortClass(className);
    int dollar = simple.indexOf('$', 1);
    String file = (dollar < 0 ? simple : simple.substring(0, dollar)) + ".java";
    return new StackTraceElement(className, methodName, file, line);
  }
}
