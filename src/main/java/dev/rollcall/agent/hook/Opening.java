package dev.rollcall.agent.hook;

import dev.rollcall.internal.StackRoom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a thread is about to open, where that takes others: a pool's connection a driver's, a
 * driver's connection a socket. The outermost is what the program gets; what else there is to
 * release belongs to it.
 */
final class Opening {
  private static final ThreadLocal<Opening> CURRENT = new ThreadLocal<>();

  /** For each call under way whether it opens something of its own. */
  private final List<Boolean> calls = new ArrayList<>();

  private final List<Object> parts = new ArrayList<>();
  private int depth;

  private Opening() {}

  /**
   * Notes that the calling thread begins a call that may open something.
   *
   * @param counts whether it does, if it returns
   */
  static void begin(boolean counts) {
    StackRoom.ask(); // for the end, too, or this thread would be opening something for ever
    Opening current = CURRENT.get();
    if (current == null) {
      current = new Opening();
      CURRENT.set(current);
    }
    current.calls.add(counts);
    if (counts) {
      current.depth++;
    }
  }

  /** Whether the calling thread is opening something. */
  static boolean isUnderWay() {
    Opening current = CURRENT.get();
    return current != null && current.depth > 0;
  }

  /** Told of what was registered: part of what is being opened, if anything is. */
  static void opened(Object resource) {
    Opening current = CURRENT.get();
    if (current != null && current.depth > 0) {
      current.parts.add(resource);
    }
  }

  /**
   * Notes that the call that was begun last has returned, or has failed.
   *
   * @return what was registered meanwhile; null if it was not to open anything, or something around
   *     it is still being opened
   */
  static @Nullable List<Object> end() {
    Opening current = CURRENT.get();
    if (current == null) {
      return null; // it began before the agent came
    }
    boolean counted = current.calls.remove(current.calls.size() - 1);
    if (counted) {
      current.depth--;
    }
    List<Object> parts = counted && current.depth == 0 ? List.copyOf(current.parts) : null;
    if (current.calls.isEmpty()) {
      CURRENT.remove();
    } else if (current.depth == 0) {
      current.parts.clear();
    }
    return parts;
  }
}
