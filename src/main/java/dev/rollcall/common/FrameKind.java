package dev.rollcall.common;

import java.util.List;
import java.util.Set;

/**
 * Whose a frame is: the program's, or that of something that only calls it. Frames of the second
 * sort are never suspects, and reports fold them.
 *
 * <p>This is the one list. Only fingerprints have rules of their own, because they must not change:
 * {@link Fingerprint} and {@link Frames#site}.
 */
public enum FrameKind {
  /** All that is in no other list, libraries included. */
  PROGRAM("the program"),
  /** Reflection, method handles, and the classes that are generated to call others. */
  REFLECTION("reflection"),
  JDK("the JDK"),
  JUNIT("JUnit"),
  TESTNG("TestNG"),
  SUREFIRE("Surefire"),
  GRADLE("Gradle"),
  IDE("the IDE"),
  SPRING("Spring"),
  /** What passes a call on along a pipeline: what happens there is the next handler's doing. */
  NETTY("Netty"),
  /** What Netty wraps a buffer in whose steps it tells a leak detector. */
  NETTY_TELLS("Netty"),
  /** What records the steps, and calls the program from within a release. */
  ROLLCALL("Rollcall"),
  /** What runs around tests. */
  ROLLCALL_TESTS("Rollcall");

  private final String label;

  FrameKind(String label) {
    this.label = label;
  }

  /** The kind of what begins with one of the prefixes. */
  private record Prefixes(FrameKind kind, List<String> prefixes) {
    Prefixes(FrameKind kind, String... prefixes) {
      this(kind, List.of(prefixes));
    }

    /** The first that fits counts. */
    static final List<Prefixes> ALL =
        List.of(
            new Prefixes(
                REFLECTION, "java.lang.reflect.", "jdk.internal.reflect.", "java.lang.invoke."),
            new Prefixes(JDK, "java.", "javax.", "jdk.", "sun."),
            new Prefixes(JUNIT, "org.junit.", "junit.framework."),
            new Prefixes(TESTNG, "org.testng."),
            new Prefixes(SUREFIRE, "org.apache.maven.surefire."),
            new Prefixes(
                GRADLE,
                "org.gradle.api.internal.tasks.testing.",
                "org.gradle.internal.",
                "org.gradle.process.internal.",
                "worker.org.gradle."),
            new Prefixes(IDE, "com.intellij.rt.", "org.eclipse.jdt.internal.junit"),
            new Prefixes(
                SPRING,
                "org.springframework.aop.",
                "org.springframework.cglib.",
                "org.springframework.util.ReflectionUtils",
                "org.springframework.messaging.handler.invocation.InvocableHandlerMethod",
                "org.springframework.web.method.support.InvocableHandlerMethod",
                "org.springframework.web.reactive.result.method.InvocableHandlerMethod",
                "org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandler"),
            new Prefixes(
                ROLLCALL,
                "dev.rollcall.internal.",
                "dev.rollcall.event.",
                "dev.rollcall.netty.",
                "dev.rollcall.jdbc.",
                "dev.rollcall.spring.",
                "dev.rollcall.micrometer.",
                "dev.rollcall.jmx.",
                "dev.rollcall.agent.",
                "dev.rollcall.javaagent."),
            new Prefixes(ROLLCALL_TESTS, "dev.rollcall.junit."));
  }

  /** The kind of classes of one name. */
  private static final class Names {
    static final Set<String> NETTY_PASSES_ON =
        Set.of(
            "io.netty.channel.AbstractChannelHandlerContext",
            "io.netty.channel.DefaultChannelHandlerContext",
            "io.netty.channel.AbstractChannel",
            "io.netty.channel.Channel",
            "io.netty.channel.CombinedChannelDuplexHandler",
            "io.netty.channel.CombinedChannelDuplexHandler$DelegatingChannelHandlerContext",
            "io.netty.util.ReferenceCountUtil");
    static final Set<String> NETTY_TELLS =
        Set.of(
            "io.netty.buffer.AdvancedLeakAwareByteBuf",
            "io.netty.buffer.AdvancedLeakAwareCompositeByteBuf",
            "io.netty.buffer.SimpleLeakAwareByteBuf",
            "io.netty.buffer.SimpleLeakAwareCompositeByteBuf",
            "io.netty.buffer.WrappedByteBuf",
            "io.netty.buffer.WrappedCompositeByteBuf");
    static final Set<String> ROLLCALL =
        Set.of("dev.rollcall.LeakChecker", "dev.rollcall.RefCounted", "java.lang.RollcallBridge");
    static final List<String> GENERATED =
        List.of("$$Lambda", "$$SpringCGLIB$$", "$$FastClass", "$$EnhancerBy");
  }

  /** The kind of a frame of this class. */
  public static FrameKind of(String className) {
    if (Names.NETTY_PASSES_ON.contains(className)) {
      return NETTY;
    }
    if (Names.NETTY_TELLS.contains(className)) {
      return NETTY_TELLS;
    }
    if (Names.ROLLCALL.contains(className)) {
      return ROLLCALL;
    }
    if (!className.startsWith("dev.rollcall.") && isGenerated(className)) {
      return REFLECTION;
    }
    for (Prefixes some : Prefixes.ALL) {
      for (String prefix : some.prefixes) {
        if (className.startsWith(prefix)) {
          return some.kind;
        }
      }
    }
    return PROGRAM;
  }

  private static boolean isGenerated(String className) {
    if (className.indexOf('$') < 0) {
      return false;
    }
    for (String part : Names.GENERATED) {
      if (className.contains(part)) {
        return true;
      }
    }
    return Words.shortClass(className).startsWith("$Proxy");
  }

  /** The kind of a frame. */
  public static FrameKind of(StackTraceElement frame) {
    return of(frame.getClassName());
  }

  /** Whether steps are recorded from within such a frame. */
  public boolean recordsSteps() {
    return this == ROLLCALL || this == NETTY_TELLS;
  }

  /** Whether a frame of this class is the program's. */
  public static boolean isProgram(String className) {
    return of(className) == PROGRAM;
  }

  /** Whether a frame is the program's. */
  public static boolean isProgram(StackTraceElement frame) {
    return isProgram(frame.getClassName());
  }

  /** Whose they are, as a report says it. */
  public String label() {
    return label;
  }
}
