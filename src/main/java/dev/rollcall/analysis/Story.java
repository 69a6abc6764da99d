package dev.rollcall.analysis;

import dev.rollcall.recording.Recording;
import java.util.ArrayList;
import java.util.List;

/** The recordings of one JVM and the events in them. */
final class Story {
  private final List<Recording> recordings = new ArrayList<>();
  private final Roll roll;

  Story(Recording first, Roll roll) {
    recordings.add(first);
    this.roll = roll;
  }

  void add(Recording recording, Roll events) {
    recordings.add(recording);
    roll.addAll(events);
  }

  List<Recording> recordings() {
    return recordings;
  }

  Roll roll() {
    return roll;
  }

  boolean hasEvents() {
    return recordings.stream().anyMatch(recording -> recording.lifecycleEvents() > 0);
  }
}
