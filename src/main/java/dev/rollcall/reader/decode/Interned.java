package dev.rollcall.reader.decode;

import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Threads, types and sites of all chunks and files: of equal ones all get the same, so that they
 * can be compared by identity. Chunks that are read at the same time share it.
 */
public final class Interned {
  private final Map<Site, Site> sites = new ConcurrentHashMap<>();
  private final Map<ThreadRef, ThreadRef> threads = new ConcurrentHashMap<>();
  private final Map<String, String> types = new ConcurrentHashMap<>();
  private final FileNames fileNames = new FileNames();

  Site site(Site site) {
    Site known = sites.putIfAbsent(site, site);
    return known == null ? site : known;
  }

  ThreadRef thread(ThreadRef thread) {
    ThreadRef known = threads.putIfAbsent(thread, thread);
    return known == null ? thread : known;
  }

  String type(String name) {
    String known = types.putIfAbsent(name, name);
    return known == null ? name : known;
  }

  /** Takes the files out of frames, and remembers them. */
  List<StackTraceElement> learnFiles(List<StackTraceElement> frames) {
    return fileNames.learn(frames);
  }

  /**
   * In which source files classes are, as far as sites have said it since this was asked last. A
   * class of which several are named has an empty one.
   */
  public Map<String, String> takeSourceFiles() {
    return fileNames.take();
  }
}
