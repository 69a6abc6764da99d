package dev.rollcall.diagnosis.way;

import dev.rollcall.common.Words;
import java.util.Set;

/** Frames of the program that do a step for somebody else, who is the one to ask. */
public final class Plumbing {
  /** What methods are called that carry out a step for their caller. */
  private static final Set<String> CARRY_OUT =
      Set.of(
          "release",
          "safeRelease",
          "retain",
          "retainedSlice",
          "retainedDuplicate",
          "touch",
          "closeQuietly",
          "deallocate",
          "<init>");

  /** Where Netty's transport gives back what it has written, for whoever wrote it. */
  private static final String WRITTEN = "io.netty.channel.ChannelOutboundBuffer";

  private Plumbing() {}

  /** Whether a frame gives back what has been written. */
  static boolean isOfWritten(StackTraceElement frame) {
    return frame.getClassName().equals(WRITTEN);
  }

  /** Whether a frame is of Netty's transport: of what is between a handler and the wire. */
  static boolean isOfTransport(StackTraceElement frame) {
    return frame.getClassName().startsWith("io.netty.channel.")
        && !Words.shortClass(frame.getClassName()).contains("Handler");
  }

  /** Whether a frame at the inner end of a stack carries the step out for its caller. */
  static boolean carriesOut(StackTraceElement frame) {
    return CARRY_OUT.contains(frame.getMethodName());
  }

  /** Whether a frame is of the resource itself and never of its user. */
  public static boolean isOfBuffer(StackTraceElement frame) {
    return frame.getClassName().startsWith("io.netty.buffer.")
        || frame.getClassName().startsWith("io.netty.util.");
  }

  /** Whether a frame of those gives up a reference, and with the last one what is counted ends. */
  static boolean endsCounted(StackTraceElement frame) {
    String method = frame.getMethodName();
    return method.startsWith("release")
        || method.startsWith("deallocate")
        || method.startsWith("handleRelease");
  }
}
