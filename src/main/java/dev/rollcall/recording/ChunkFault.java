package dev.rollcall.recording;

/** Why a chunk, or a stretch of a file, could not be read to its end. */
public record ChunkFault(int chunk, Kind kind, String sentence) {
  /** What is wrong, in one stable word. */
  public enum Kind {
    /** The file ends before the chunk does. */
    TRUNCATED,
    /** The bytes are not what the format says. */
    DAMAGED,
    /** The JVM had not finished writing: it still ran, or was killed. */
    UNFINISHED,
    /** The parser did not come to an end in time. */
    ENDLESS,
    /** The chunk does not fit into memory. */
    TOO_LARGE
  }
}
