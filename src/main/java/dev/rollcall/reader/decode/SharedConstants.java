package dev.rollcall.reader.decode;

import dev.rollcall.common.Frames;
import dev.rollcall.common.SiteText;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.IMCFrame;
import org.openjdk.jmc.common.IMCStackTrace;
import org.openjdk.jmc.common.IMCThread;
import org.openjdk.jmc.common.IMCType;

/**
 * Threads, types and sites of one chunk, converted once and shared by all events that name them.
 *
 * <p>Within a chunk the parser gives the same object for the same constant, so identity finds it;
 * across chunks and files equality does ({@link Interned}). Converting a stack costs as much as
 * parsing tens of events, which is why every event must not.
 */
public final class SharedConstants {
  private static final int NO_LINE = -1;
  private static final int NATIVE_LINE = -2;

  private final IdentityHashMap<IMCStackTrace, Site> sitesOfChunk = new IdentityHashMap<>();
  private final IdentityHashMap<IMCThread, ThreadRef> threadsOfChunk = new IdentityHashMap<>();
  private final IdentityHashMap<IMCType, String> typesOfChunk = new IdentityHashMap<>();
  private final Map<String, Site> textSites = new HashMap<>();

  private final Interned interned;

  /** The constants of one chunk, or of items that are all parsed. */
  public SharedConstants(Interned interned) {
    this.interned = interned;
  }

  Site site(@Nullable IMCStackTrace stack) {
    if (stack == null) {
      return Site.NONE;
    }
    Site known = sitesOfChunk.get(stack);
    if (known == null) {
      known = interned.site(convert(stack));
      sitesOfChunk.put(stack, known);
    }
    return known;
  }

  /** The site that {@link SiteText} wrote. Its files are kept apart, so that it is as others. */
  Site site(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Site.NONE;
    }
    return textSites.computeIfAbsent(
        text, t -> interned.site(new Site(interned.learnFiles(SiteText.parse(t)), false)));
  }

  private Site convert(IMCStackTrace stack) {
    List<StackTraceElement> raw = new ArrayList<>(stack.getFrames().size());
    for (IMCFrame frame : stack.getFrames()) {
      if (!Boolean.TRUE.equals(frame.getMethod().isHidden())) {
        String method = frame.getMethod().getMethodName();
        raw.add(
            Frames.withoutFile(
                type(frame.getMethod().getType()), method == null ? "?" : method, line(frame)));
      }
    }
    return new Site(Frames.site(raw), stack.getTruncationState().isTruncated());
  }

  /** As a {@link StackTraceElement} has it. */
  private static int line(IMCFrame frame) {
    if (IMCFrame.Type.NATIVE.equals(frame.getType())) {
      return NATIVE_LINE;
    }
    Integer line = frame.getFrameLineNumber();
    return line == null || line <= 0 ? NO_LINE : line;
  }

  ThreadRef thread(@Nullable IMCThread thread) {
    if (thread == null) {
      return ThreadRef.NONE;
    }
    ThreadRef known = threadsOfChunk.get(thread);
    if (known == null) {
      String name = thread.getThreadName();
      Long id = thread.getThreadId();
      ThreadRef ref = new ThreadRef(name == null ? "" : name, id == null ? 0 : id);
      known = interned.thread(ref);
      threadsOfChunk.put(thread, known);
    }
    return known;
  }

  String type(@Nullable IMCType type) {
    if (type == null) {
      return "";
    }
    String known = typesOfChunk.get(type);
    if (known == null) {
      String name = type.getFullName();
      known = interned.type(name == null ? "" : hiddenAsJavaNamesIt(name));
      typesOfChunk.put(type, known);
    }
    return known;
  }

  /** The parser turns the slash before a hidden class's address into a dot; this turns it back. */
  private static String hiddenAsJavaNamesIt(String name) {
    int dot = name.lastIndexOf(".0x");
    return dot < 0 ? name : name.substring(0, dot) + '/' + name.substring(dot + 1);
  }
}
