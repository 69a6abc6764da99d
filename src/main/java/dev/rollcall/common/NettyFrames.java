package dev.rollcall.common;

import java.util.ArrayList;
import java.util.List;

/**
 * What Netty and Rollcall put between a program's call and the step that is recorded, depending on
 * the way in: an allocator and buffers that Rollcall wraps, or those that tell Netty's leak
 * detector. Without these frames a call has one site, whichever way is used.
 */
final class NettyFrames {
  private static final String BUFFERS = "io.netty.buffer.";
  private static final String COMPOSITE = BUFFERS + "CompositeByteBuf";
  private static final String OUR_COMPOSITE = "dev.rollcall.netty.OwningCompositeByteBuf";

  private NettyFrames() {}

  /**
   * A site without them.
   *
   * @param own the frames that were cut off, innermost first
   */
  static List<StackTraceElement> without(
      List<StackTraceElement> own, List<StackTraceElement> site) {
    List<StackTraceElement> left = new ArrayList<>(site.size());
    for (int i = isOfDetector(own) ? afterDetector(site) : 0; i < site.size(); i++) {
      if (!passesOn(site.get(i))) {
        left.add(site.get(i));
      }
    }
    return List.copyOf(left);
  }

  private static boolean isOfDetector(List<StackTraceElement> own) {
    for (StackTraceElement frame : own) {
      if (frame.getClassName().startsWith("dev.rollcall.netty.Detected")
          || frame.getClassName().equals("dev.rollcall.netty.RollcallLeakDetector")) {
        return true;
      }
    }
    return false;
  }

  /** Where the program's own call begins, or that of a composite to a component of its own. */
  private static int afterDetector(List<StackTraceElement> site) {
    int from = 0;
    while (from < site.size() && isAllocator(site.get(from).getClassName())) {
      from++;
    }
    for (int i = from; i < site.size() && isInside(site.get(i).getClassName()); i++) {
      from = tells(site.get(i)) ? i + 1 : from;
    }
    return from;
  }

  private static boolean isAllocator(String className) {
    return className.startsWith(BUFFERS) && className.contains("Allocator");
  }

  private static boolean isInside(String className) {
    return className.startsWith(BUFFERS) && !className.startsWith(COMPOSITE);
  }

  private static boolean tells(StackTraceElement frame) {
    return isInside(frame.getClassName()) && FrameKind.of(frame) == FrameKind.NETTY_TELLS;
  }

  /** Further out, only that a release was made by the end of another buffer is worth a frame. */
  private static boolean passesOn(StackTraceElement frame) {
    return frame.getClassName().equals(OUR_COMPOSITE)
        || (tells(frame) && !frame.getMethodName().equals("release"));
  }
}
