package dev.rollcall.common;

import java.util.Set;

/** Frames that only pass a call on, so that no release can have been forgotten there. */
public final class Plumbing {
  private static final Set<String> PASS_ON =
      Set.of(
          "io.netty.channel.AbstractChannelHandlerContext",
          "io.netty.channel.DefaultChannelHandlerContext",
          "io.netty.channel.AbstractChannel",
          "io.netty.channel.Channel",
          "io.netty.channel.CombinedChannelDuplexHandler",
          "io.netty.channel.CombinedChannelDuplexHandler$DelegatingChannelHandlerContext",
          "io.netty.util.ReferenceCountUtil");

  /** What methods are called that carry out a step for their caller. */
  private static final Set<String> CARRY_OUT =
      Set.of(
          "release",
          "safeRelease",
          "retain",
          "retainedSlice",
          "retainedDuplicate",
          "touch",
          "deallocate",
          "<init>");

  private Plumbing() {}

  /** Whether a frame only passes a call on, wherever on the stack it is. */
  public static boolean passesOn(StackTraceElement frame) {
    String name = frame.getClassName();
    return name.startsWith("java.")
        || name.startsWith("javax.")
        || name.startsWith("jdk.")
        || name.startsWith("sun.")
        || PASS_ON.contains(name)
        || isOfRollcall(frame);
  }

  /** Whether a frame belongs to what records the steps. */
  public static boolean isOfRollcall(StackTraceElement frame) {
    String name = frame.getClassName();
    return name.startsWith("dev.rollcall.netty.")
        || name.startsWith("dev.rollcall.jdbc.")
        || name.startsWith("dev.rollcall.internal.")
        || name.equals("dev.rollcall.RefCounted")
        || name.equals("dev.rollcall.LeakChecker");
  }

  /** Whether a frame at the inner end of a stack carries the step out for its caller. */
  public static boolean carriesOut(StackTraceElement frame) {
    return CARRY_OUT.contains(frame.getMethodName());
  }

  /** Whether a frame is of the resource itself and never of its user. */
  public static boolean isOfBuffer(StackTraceElement frame) {
    return frame.getClassName().startsWith("io.netty.buffer.")
        || frame.getClassName().startsWith("io.netty.util.");
  }
}
