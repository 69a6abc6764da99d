package dev.rollcall.reader;

import dev.rollcall.recording.EventLog;
import dev.rollcall.recording.Recording;

/**
 * What becomes of the recordings in a file, of which an archive has any number.
 *
 * @param <L> the log that collects the events of one
 */
public interface Outcomes<L extends EventLog<L>> {
  /** An empty log for the next recording. */
  L log();

  /** Takes what was read, and the log with its events. */
  void read(Recording recording, L log);

  /** Takes what could not be read: a sentence for the user, with the next step. */
  void unreadable(String sentence);
}
