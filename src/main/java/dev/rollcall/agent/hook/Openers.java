package dev.rollcall.agent.hook;

import dev.rollcall.common.FrameKind;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whose doing it is that something is opened, by the calling thread's stack: the program's, or that
 * of the JDK, which opens jars to load classes, keeps connections for later, and has its own way to
 * close what it opens for itself.
 */
final class Openers {
  private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

  /** So far out the loading of a class is looked for. */
  private static final int MOST_FRAMES = 80;

  private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

  /** What keeps for itself what it opens. Named by the beginnings of classes. */
  private static final List<String> KEEPERS =
      List.of(
          "jdk.internal.loader.",
          "jdk.internal.module.",
          "jdk.internal.jimage.",
          "jdk.internal.jrtfs.",
          "jdk.internal.misc.",
          "jdk.internal.net.http.",
          "jdk.jfr.",
          "java.lang.ProcessHandleImpl",
          "java.lang.ThreadBuilders",
          "java.lang.VirtualThread",
          "java.security.Security",
          "java.time.zone.",
          "java.util.Currency",
          "java.util.concurrent.CompletableFuture$Delay",
          "java.util.logging.LogManager",
          "java.util.zip.ZipFile$",
          "com.sun.crypto.provider.",
          "com.sun.jmx.",
          "sun.instrument.",
          "sun.management.",
          "sun.net.NetProperties",
          "sun.net.spi.",
          "sun.net.www.http.",
          "sun.net.www.protocol.http.",
          "sun.net.www.protocol.jar.JarFileFactory",
          "sun.net.www.protocol.jar.URLJarFile",
          "sun.nio.ch.EPollPort",
          "sun.nio.ch.PipeImpl$Initializer$",
          "sun.nio.ch.Poller",
          "sun.nio.ch.ThreadPool",
          "sun.rmi.",
          "sun.security.jca.",
          "sun.security.provider.",
          "sun.tools.",
          "sun.util.");

  /** Loaders of classes that keep their jars open, and name their methods as they like. */
  private static final List<String> LOADERS =
      List.of("org.springframework.boot.loader.", "io.opentelemetry.javaagent.bootstrap.");

  /** Pools of connections that open some for themselves, beside those that they hand out. */
  private static final List<String> POOLS =
      List.of(
          "com.zaxxer.hikari.pool.",
          "org.apache.commons.dbcp2.PoolableConnectionFactory",
          "org.apache.tomcat.jdbc.pool.ConnectionPool",
          "com.mchange.v2.resourcepool.",
          "com.alibaba.druid.pool.DruidAbstractDataSource",
          "io.agroal.pool.ConnectionPool",
          "oracle.ucp.common.");

  private static final Set<String> LOADING =
      Set.of("loadClass", "findClass", "findResource", "findResources", "getResource");

  private Openers() {}

  /** Whether it is the program's: some of its frames are on the stack, and no keeper of the JDK. */
  static boolean isProgram() {
    return STACK.walk(Openers::isProgram);
  }

  private static boolean isProgram(Stream<StackFrame> frames) {
    Iterator<StackFrame> each = frames.iterator();
    boolean isFound = false;
    for (int i = 0; i < MOST_FRAMES && each.hasNext(); i++) {
      StackFrame frame = each.next();
      String name = frame.getClassName();
      if (isAgents(name)) {
        continue;
      }
      if (name.startsWith("dev.rollcall.jdbc.")) {
        return false; // who wraps a data source has it registered there
      }
      // The name of the method last: the JVM has to look for it.
      if (ClassLoader.class.isAssignableFrom(frame.getDeclaringClass())
          && LOADING.contains(frame.getMethodName())) {
        return false;
      }
      if (!isFound) {
        if (!startsWithAny(name, JDK)) {
          if (FrameKind.of(name).recordsSteps() || startsWithAny(name, LOADERS)) {
            return false; // our own files, and what another adapter of ours knows of
          }
          isFound = true;
        } else if (startsWithAny(name, KEEPERS)) {
          return false;
        }
      }
      if (isFound && startsWithAny(name, POOLS)) {
        return false;
      }
    }
    return isFound || each.hasNext();
  }

  static boolean isAgents(String name) {
    return name.startsWith("dev.rollcall.agent.") || name.equals("java.lang.RollcallBridge");
  }

  private static boolean startsWithAny(String name, List<String> beginnings) {
    for (String beginning : beginnings) {
      if (name.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }
}
