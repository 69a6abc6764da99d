package dev.rollcall.analysis;

import dev.rollcall.recording.Recording;
import java.util.ArrayList;
import java.util.List;

/** The recordings of one JVM and the events in them. */
final class Story {
  private final List<Recording> recordings = new ArrayList<>();
  private final JvmLog log;

  Story(Recording first, JvmLog log) {
    recordings.add(first);
    this.log = log;
  }

  void add(Recording recording, JvmLog events) {
    recordings.add(recording);
    log.addAll(events);
  }

  List<Recording> recordings() {
    return recordings;
  }

  JvmLog log() {
    return log;
  }

  boolean hasEvents() {
    return recordings.stream().anyMatch(recording -> recording.lifecycleEvents() > 0);
  }
}
