package dev.rollcall.common;

import java.util.ArrayList;
import java.util.List;

/**
 * Which frames of a raw stack trace make up a site: all but the JVM's own plumbing and the leading
 * run of Rollcall's frames, with those of the proxies that an adapter hands out and those of Netty
 * that call its leak detector. A {@link Throwable} and a flight recording of the same call give the
 * same site, because both pass through here.
 */
public final class Frames {
  private Frames() {}

  /** The site within {@code raw}, innermost frame first; hidden frames must be left out already. */
  public static List<StackTraceElement> site(List<StackTraceElement> raw) {
    // No streams: this is done for every stack of every chunk, soon after the start.
    List<StackTraceElement> frames = new ArrayList<>(raw.size());
    for (StackTraceElement frame : raw) {
      if (!frame.getClassName().startsWith("jdk.internal.vm.Continuation")) {
        frames.add(frame);
      }
    }
    int own = 0;
    while (own < frames.size() && isCut(frames.get(own))) {
      own++;
    }
    return NettyFrames.without(frames.subList(0, own), frames.subList(own, frames.size()));
  }

  private static boolean isCut(StackTraceElement frame) {
    return isOwn(frame) || isProxy(frame.getClassName());
  }

  /** Whether a class is one of those that {@code java.lang.reflect.Proxy} numbers in each run. */
  private static boolean isProxy(String className) {
    return className.startsWith("jdk.proxy") && className.contains(".$Proxy");
  }

  /** A frame as the stacks of a recording have it, which name no file. */
  public static StackTraceElement withoutFile(String className, String methodName, int line) {
    return new StackTraceElement(className, methodName, null, line);
  }

  /** A frame without its file, by which it equals itself wherever it was read. */
  public static StackTraceElement withoutFile(StackTraceElement frame) {
    return withoutFile(frame.getClassName(), frame.getMethodName(), frame.getLineNumber());
  }

  private static boolean isOwn(StackTraceElement frame) {
    FrameKind kind = FrameKind.of(frame);
    return kind == FrameKind.ROLLCALL || kind == FrameKind.ROLLCALL_TESTS;
  }
}
