package dev.rollcall;

import java.io.File;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Makes the first use of a checker at many depths before the end of the stack, each time with
 * classes of its own, and a second one where there is room. Prints what went wrong then.
 */
final class FirstDepthProgram {
  private static int left;

  private FirstDepthProgram() {}

  public static void main(String[] args) throws Exception {
    URL[] classes =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(FirstDepthProgram::url)
            .toArray(URL[]::new);
    int wrong = 0;
    int off = 0;
    for (int above = 0; above < 600; above += 12) {
      Class<?> checker =
          new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())
              .loadClass("dev.rollcall.LeakChecker");
      Method global = checker.getMethod("global");
      Method mode = checker.getMethod("mode");
      left = above;
      deep(global);
      try {
        Object second = global.invoke(null);
        off += mode.invoke(second).toString().equalsIgnoreCase("off") ? 1 : 0;
      } catch (ReflectiveOperationException e) {
        wrong++;
        System.out.println(above + ": " + e.getCause());
      }
    }
    System.out.println("off: " + off + ", wrong: " + wrong);
  }

  /** Goes to the end of the stack, and on the way back uses the checker, once. */
  @SuppressWarnings("InfiniteRecursion") // to the end of the stack
  private static void deep(Method global) {
    try {
      deep(global);
    } catch (StackOverflowError wanted) {
      if (left == 0) {
        left = -1;
        use(global);
      }
      left--;
      if (left >= 0) {
        throw wanted;
      }
    }
  }

  private static void use(Method global) {
    try {
      Object unused = global.invoke(null);
    } catch (ReflectiveOperationException | StackOverflowError e) {
      // The first use may fail where the stack ends.
    }
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
