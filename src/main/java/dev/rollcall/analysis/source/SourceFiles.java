package dev.rollcall.analysis.source;

import org.jspecify.annotations.Nullable;

/** Knows in which source files classes are. */
@FunctionalInterface
public interface SourceFiles {
  /** The name of the file, without its directory; {@code null} where it is not certain. */
  @Nullable String of(String className);

  /**
   * The class that a class is nested in at last, or the class itself: both are in one file. {@code
   * null} for a class that was generated, whose file may be that of other code.
   */
  static @Nullable String outermost(String className) {
    if (className.contains("$$")) {
      return null;
    }
    // A name may begin with a dollar sign; no class is nested in one without a name.
    int dollar = className.indexOf('$', className.lastIndexOf('.') + 2);
    return dollar < 0 ? className : className.substring(0, dollar);
  }
}
