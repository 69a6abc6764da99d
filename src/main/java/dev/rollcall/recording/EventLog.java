package dev.rollcall.recording;

/**
 * Collects the events of a recording. Several chunks are read at the same time, each into a part of
 * its own, and the parts are put together in the order of the chunks: so what is collected does not
 * depend on how many are read at once.
 *
 * @param <L> what its parts are
 */
public interface EventLog<L extends EventLog<L>> {
  /** Takes an event. */
  void add(RecordingEvent event);

  /** An empty one, for the events of one chunk. */
  L part();

  /**
   * Takes what a part has collected, which is used no more. False if that would not be the same as
   * to add its events one by one: then nothing is taken, and they must be added.
   */
  boolean append(L part);
}
