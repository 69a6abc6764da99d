package dev.rollcall.analysis.source;

import dev.rollcall.recording.Recording;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The source files that recordings name. Where a class of a file is known, all that are nested in
 * the same outermost class are. Where two recordings, or two class loaders, contradict each other,
 * nothing is known.
 */
public final class RecordedFiles implements SourceFiles {
  private static final String CONTRADICTORY = "";

  private final Map<String, String> byClass = new HashMap<>();
  private final Map<String, String> byOutermost = new HashMap<>();

  /** What these recordings say, taken together. */
  public RecordedFiles(Collection<Recording> recordings) {
    for (Recording recording : recordings) {
      recording.sourceFiles().forEach(this::add);
    }
  }

  private void add(String className, String file) {
    put(byClass, className, file);
    String outermost = SourceFiles.outermost(className);
    if (outermost != null) {
      put(byOutermost, outermost, file);
    }
  }

  private static void put(Map<String, String> files, String className, String file) {
    files.merge(className, file, (one, other) -> one.equals(other) ? one : CONTRADICTORY);
  }

  @Override
  public @Nullable String of(String className) {
    String file = byClass.get(className);
    if (file == null) {
      String outermost = SourceFiles.outermost(className);
      file = outermost == null ? null : byOutermost.get(outermost);
    }
    return CONTRADICTORY.equals(file) ? null : file;
  }
}
