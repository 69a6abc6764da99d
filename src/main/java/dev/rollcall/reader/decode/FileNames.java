package dev.rollcall.reader.decode;

import dev.rollcall.common.Frames;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * In which source files classes are, as the sites say that a checkpoint writes as text: the stacks
 * of a recording name no files.
 */
final class FileNames {
  private static final String CONTRADICTORY = "";

  private final Map<String, String> byClass = new ConcurrentHashMap<>();

  /** Takes the files out of frames, and remembers them. */
  List<StackTraceElement> learn(List<StackTraceElement> frames) {
    for (StackTraceElement frame : frames) {
      String file = frame.getFileName();
      if (file != null) {
        byClass.merge(
            frame.getClassName(), file, (one, other) -> one.equals(other) ? one : CONTRADICTORY);
      }
    }
    return frames.stream().map(Frames::withoutFile).toList();
  }

  /**
   * What was learned since this was asked last: files by class. A class of which several are named
   * has an empty one.
   */
  Map<String, String> take() {
    Map<String, String> taken = Map.copyOf(byClass);
    byClass.clear();
    return taken;
  }
}
