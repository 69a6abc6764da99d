package dev.rollcall.report.folded;

import dev.rollcall.common.Printable;

/**
 * How frames and types are called where flame graph tools read them: classes of frames with
 * slashes, as async-profiler writes them and as the tools know Java by. Characters that no Java
 * name can hold and that would end a frame, a line or a tag are shown as escapes.
 */
public final class FlameNames {
  /** Stands for the stack of what was registered nobody knows where. */
  public static final String UNKNOWN_SITE = "[unknown_site]";

  /** The outermost frame of what is open, as opposed to leaked. */
  public static final String OPEN = "[open]";

  private static final String UNKNOWN_TYPE = "[unknown_type]";

  private FlameNames() {}

  /** The class of a frame. */
  public static String frameClass(StackTraceElement frame) {
    return harmless(frame.getClassName()).replace('.', '/');
  }

  /** The method of a frame; the only names with angle brackets are those of initialisers. */
  public static String frameMethod(StackTraceElement frame) {
    String name = frame.getMethodName();
    return name.equals("<init>") || name.equals("<clinit>") ? name : harmless(name);
  }

  /** The type of a resource. */
  public static String type(String name) {
    return name.isEmpty() ? UNKNOWN_TYPE : harmless(name);
  }

  private static String harmless(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (char c : Printable.of(name).toCharArray()) {
      if (c == ';' || c == '<' || c == '>') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.isEmpty() ? "?" : out.toString();
  }
}
