package dev.rollcall.common;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a leak group: the resource type and a hash of where it was registered, stable across
 * runs, builds and JDKs.
 *
 * <p>Line numbers are left out, so that an edit elsewhere in a file changes nothing. What the JVM
 * and code generators number anew in each run is normalised: reflection and method handle frames
 * are dropped, lambda, proxy and enhancer numbers are cut off, equal neighbours count once. The
 * first {@value #FRAMES} frames that remain are hashed with 64-bit FNV-1a (Fowler, Noll and Vo).
 */
public final class Fingerprint {
  /** How many normalised frames of a site count. */
  public static final int FRAMES = 16;

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  // None of these may take more than linear time: a recording can hold any name.
  private static final Pattern PROXY = Pattern.compile("(?<![^.])\\$Proxy\\d+");
  private static final Pattern GENERATED =
      Pattern.compile(
          "(?:/0x|\\+0x|\\$\\$Lambda).*"
              + "|(?<=\\$\\$(?:SpringCGLIB|FastClass|EnhancerBy[A-Za-z]{1,32})\\$\\$)[0-9a-fA-F]+"
              + "|(?<=\\$(?:ByteBuddy|HibernateProxy|MockitoMock)\\$)\\w+");
  private static final Pattern LAMBDA = Pattern.compile("(lambda\\$.+)\\$\\d+");

  private Fingerprint() {}

  /** The fingerprint of resources of a type registered at a site; unknown when it has no frames. */
  public static String of(String typeName, List<StackTraceElement> site) {
    String type = className(typeName);
    if (site.isEmpty()) {
      return unknown(typeName);
    }
    long hash = FNV_OFFSET;
    int taken = 0;
    String previous = "";
    for (StackTraceElement element : site) {
      if (isPlumbing(element.getClassName())) {
        continue;
      }
      String frame = frame(element);
      if (frame.equals(previous)) {
        continue;
      }
      previous = frame;
      hash = fnv1a(fnv1a(hash, frame), "\n");
      if (++taken == FRAMES) {
        break;
      }
    }
    return String.format("%s@%016x", type, hash);
  }

  /** The fingerprint of resources of a type whose site is not known. */
  public static String unknown(String typeName) {
    return className(typeName) + "@unknown";
  }

  /** A frame as {@code Class.method}, without what changes from run to run. */
  public static String frame(StackTraceElement element) {
    return className(element.getClassName()) + '.' + methodName(element.getMethodName());
  }

  private static boolean isPlumbing(String className) {
    return className.startsWith("jdk.internal.reflect.")
        || className.startsWith("java.lang.invoke.")
        || className.equals("java.lang.reflect.Method")
        || className.equals("java.lang.reflect.Constructor");
  }

  private static String className(String name) {
    Matcher proxy = PROXY.matcher(name);
    String proper = proxy.find() ? "$Proxy" + name.substring(proxy.end()) : name;
    return GENERATED.matcher(proper).replaceAll("");
  }

  private static String methodName(String name) {
    Matcher lambda = LAMBDA.matcher(name);
    return lambda.matches() ? lambda.group(1) : name;
  }

  private static long fnv1a(long hash, String text) {
    long h = hash;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      h = (h ^ (c & 0xff)) * FNV_PRIME;
      h = (h ^ (c >>> 8)) * FNV_PRIME;
    }
    return h;
  }
}
