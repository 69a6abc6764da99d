package dev.rollcall.recording;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Facts on one recording file that was read.
 *
 * @param file the file
 * @param jvm the JVM it comes from, where it says so
 * @param start start of its first chunk, nanoseconds since 1970; 0 when no chunk was read
 * @param end end of its last chunk
 * @param lastChunk start of its last chunk; 0 where that is not known
 * @param chunks how many chunks were read, wholly or in part
 * @param lifecycleEvents how many Rollcall events were found, but for the points of curves, of
 *     which there are as many as the program ran for seconds
 * @param faults what could not be read
 * @param dataLoss what the JVM itself reported as lost
 * @param settings whether Rollcall's event types were enabled, as far as the recording says
 * @param sourceFiles names of the source files of classes, as far as the recording says; empty for
 *     a class of which it names several
 */
public record Recording(
    Path file,
    @Nullable Jvm jvm,
    long start,
    long end,
    long lastChunk,
    int chunks,
    long lifecycleEvents,
    List<ChunkFault> faults,
    DataLoss dataLoss,
    Map<String, Boolean> settings,
    Map<String, String> sourceFiles) {
  /** In the settings: whether every life was to be followed, as far as the recording says. */
  public static final String ALL_LIVES = "rollcall.Register lives";

  public Recording {
    faults = List.copyOf(faults);
    settings = Map.copyOf(settings);
    sourceFiles = Map.copyOf(sourceFiles);
  }

  /** One that says of no class in which file it is, nor where its last chunk starts. */
  public Recording(
      Path file,
      @Nullable Jvm jvm,
      long start,
      long end,
      int chunks,
      long lifecycleEvents,
      List<ChunkFault> faults,
      DataLoss dataLoss,
      Map<String, Boolean> settings) {
    this(file, jvm, start, end, 0, chunks, lifecycleEvents, faults, dataLoss, settings, Map.of());
  }

  /** The same, of a JVM of which another recording knows more. */
  public Recording of(Jvm known) {
    return new Recording(
        file,
        known,
        start,
        end,
        lastChunk,
        chunks,
        lifecycleEvents,
        faults,
        dataLoss,
        settings,
        sourceFiles);
  }

  /** What {@code jdk.DataLoss} events say; they tell of a small part of what is lost, if any. */
  public record DataLoss(long events, long bytes) {
    /** Nothing reported. */
    public static final DataLoss NONE = new DataLoss(0, 0);
  }
}
