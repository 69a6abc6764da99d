package dev.rollcall.fleet.made;

import java.util.List;

/**
 * What a service forgets, and how it does the same thing right.
 *
 * @param type class of the resource
 * @param site where all of them are registered, innermost frame first
 * @param forgets what the lives that leak go through, and no other
 * @param releases where the others end
 * @param bytes of each
 */
record Leak(
    String type,
    List<StackTraceElement> site,
    List<StackTraceElement> forgets,
    List<StackTraceElement> releases,
    long bytes) {

  /** A leak of a service whose classes are in one package. */
  static Leak of(String type, String service, String user, String forgets, long bytes) {
    String client = "dev.shop." + service + '.' + user;
    StackTraceElement handle = frame("dev.shop.http.Server", "handle", 118);
    StackTraceElement run = frame("dev.shop.http.Worker", "run", 52);
    return new Leak(
        type,
        List.of(frame(type, "open", 31), frame(client, "serve", 47), handle, run),
        List.of(frame(client, forgets, 73), frame(client, "serve", 51), handle, run),
        List.of(frame(type, "close", 88), frame(client, "serve", 58), handle, run),
        bytes);
  }

  /** The method that the report should name: the one that releases the others. */
  String cause() {
    return site.get(1).getClassName() + '.' + site.get(1).getMethodName();
  }

  private static StackTraceElement frame(String type, String method, int line) {
    String file = type.substring(type.lastIndexOf('.') + 1) + ".java";
    return new StackTraceElement(type, method, file, line);
  }
}
