package dev.rollcall.gate.compare;

import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Recording;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the JVMs of some recordings are called, by the key of the label. */
public final class LabelValues {
  private LabelValues() {}

  /** All values of each key. */
  public static SortedMap<String, SortedSet<String>> of(List<Recording> recordings) {
    SortedMap<String, SortedSet<String>> values = new TreeMap<>();
    for (Recording recording : recordings) {
      Jvm jvm = recording.jvm();
      if (jvm != null) {
        jvm.labels()
            .values()
            .forEach((key, value) -> values.computeIfAbsent(key, k -> new TreeSet<>()).add(value));
      }
    }
    return values;
  }
}
