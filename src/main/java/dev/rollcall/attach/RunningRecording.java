package dev.rollcall.attach;

import java.util.Map;
import java.util.TreeMap;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/**
 * A recording that runs in a JVM.
 *
 * @param id its number
 * @param isToDisk whether what it has can be read
 * @param settings by event and setting, as in {@code rollcall.Register#enabled}
 */
record RunningRecording(long id, boolean isToDisk, Map<String, String> settings) {
  static RunningRecording of(CompositeData recording) {
    Map<String, String> settings = new TreeMap<>();
    for (Object row : ((TabularData) recording.get("settings")).values()) {
      CompositeData setting = (CompositeData) row;
      settings.put(String.valueOf(setting.get("key")), String.valueOf(setting.get("value")));
    }
    return new RunningRecording(
        (Long) recording.get("id"), (Boolean) recording.get("toDisk"), settings);
  }

  /** Whether it has lives, where they can be read. What no setting names is recorded. */
  boolean followsLives() {
    return isToDisk && !"false".equals(settings.get("rollcall.Register#enabled"));
  }
}
