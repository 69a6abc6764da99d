package dev.rollcall.common;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How numbers, names and frames read, in whatever is printed. */
public final class Words {
  private Words() {}

  /** A resource id, as every tool prints it. */
  public static String id(long resourceId) {
    return "0x" + Long.toHexString(resourceId);
  }

  /** A resource by its id and, if the program gave it one, its description. */
  public static String example(long resourceId, @Nullable String description) {
    return description == null
        ? id(resourceId)
        : id(resourceId) + " (" + Printable.of(description) + ")";
  }

  /** A number with its noun: "1 leak", "2 leaks". */
  public static String count(long number, String noun) {
    return count(number, noun, noun + "s");
  }

  /** A number with its noun, whose plural is not made with an "s". */
  public static String count(long number, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
  }

  /** A type, which is not always known. */
  public static String type(String name) {
    return name.isEmpty() ? "unknown type" : Printable.of(name);
  }

  /**
   * A frame, without the class loader and module that {@link StackTraceElement#toString} adds, and
   * with no more of its file and line than is known.
   */
  public static String frame(StackTraceElement frame) {
    return Printable.of(SiteText.line(frame));
  }

  /** A class without its package. */
  public static String shortClass(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  /** A method, given as {@code package.Class.method}, without the package. */
  public static String shortMethod(String name) {
    int method = name.lastIndexOf('.');
    return name.substring(name.lastIndexOf('.', method - 1) + 1);
  }
}
