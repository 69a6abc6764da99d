package dev.rollcall.reader;

/** Is told how far the reading of a file has come, on the thread that reads. */
@FunctionalInterface
public interface ReadProgress {
  /** Tells nobody. */
  ReadProgress NONE = (done, total, events) -> {};

  /**
   * So much of the file has been read.
   *
   * @param done bytes of the chunks that are finished
   * @param total bytes of the file
   * @param events Rollcall events so far
   */
  void at(long done, long total, long events);
}
