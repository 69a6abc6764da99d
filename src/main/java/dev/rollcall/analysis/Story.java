package dev.rollcall.analysis;

import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Recording;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The recordings of one JVM and the events in them. */
final class Story {
  private final List<Recording> recordings = new ArrayList<>();
  private final JvmLog log;

  private final IdentityHashMap<Recording, Integer> checks = new IdentityHashMap<>();

  Story(Recording first, JvmLog log) {
    this.log = log;
    add(first, log.tests());
  }

  private void add(Recording recording, Map<Integer, String> tests) {
    recordings.add(recording);
    tests.keySet().forEach(check -> checks.put(recording, check));
  }

  void add(Recording recording, JvmLog events) {
    add(recording, events.tests());
    log.addAll(events);
  }

  /** Takes over what was told apart from it before it was known that it is of the same JVM. */
  void addAll(Story other) {
    Jvm mine = recordings.get(0).jvm();
    for (Recording recording : other.recordings) {
      Recording known = mine == null ? recording : recording.of(mine);
      recordings.add(known);
      Integer check = other.checks.get(recording);
      if (check != null) {
        checks.put(known, check);
      }
    }
    log.addAll(other.log);
  }

  List<Recording> recordings() {
    return recordings;
  }

  JvmLog log() {
    return log;
  }

  /** The tests whose own recordings these are, by the number of the check with which each ends. */
  Map<Integer, String> tests() {
    return log.tests();
  }

  /** The test whose own recording this is; null if it is of none, or the end of all is known. */
  @Nullable String testOf(Recording recording) {
    Integer check = checks.get(recording);
    return check == null ? null : tests().get(check);
  }

  boolean hasEvents() {
    return recordings.stream().anyMatch(recording -> recording.lifecycleEvents() > 0);
  }
}
