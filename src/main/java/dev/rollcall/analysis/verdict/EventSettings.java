package dev.rollcall.analysis.verdict;

import dev.rollcall.analysis.life.CheckerLog;
import dev.rollcall.recording.Recording;
import java.util.List;

/** Which kinds of event were switched on, as far as recordings tell. */
public final class EventSettings {
  static final String REGISTER = "rollcall.Register";
  static final String UNREGISTER = "rollcall.Unregister";
  static final String CHECKPOINT = "rollcall.Checkpoint";

  private EventSettings() {}

  /** Whether an event type was switched off in one of the recordings. */
  static boolean isOff(String eventType, List<Recording> recordings) {
    return recordings.stream()
        .anyMatch(recording -> Boolean.FALSE.equals(recording.settings().get(eventType)));
  }

  /** Whether the recordings say that not every life was to be followed. */
  static boolean hasBudget(List<Recording> recordings) {
    return recordings.stream()
        .anyMatch(recording -> Boolean.FALSE.equals(recording.settings().get(Recording.ALL_LIVES)));
  }

  /**
   * Whether every change of a count should be there. A reference counter's sequence advances also
   * while nothing records it, so a gap means a loss only if both kinds of step were recorded.
   */
  public static boolean countsRecorded(CheckerLog log, List<Recording> recordings) {
    if (isOff("rollcall.Retain", recordings) || isOff("rollcall.Release", recordings)) {
      return false;
    }
    return log.countsRecorded() || recordings.stream().allMatch(EventSettings::saysCountsAreOn);
  }

  private static boolean saysCountsAreOn(Recording recording) {
    return Boolean.TRUE.equals(recording.settings().get("rollcall.Retain"))
        && Boolean.TRUE.equals(recording.settings().get("rollcall.Release"));
  }
}
