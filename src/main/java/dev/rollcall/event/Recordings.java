package dev.rollcall.event;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the running recordings. Noted when one of them changes its state, because at
 * exit it is too late to ask: JFR then holds its lock while it waits for us.
 */
final class Recordings {
  private record Known(
      boolean running, boolean registerStacks, List<Path> destinations, boolean namedAtExit) {}

  private static volatile Known known = new Known(false, false, List.of(), false);

  private Recordings() {}

  static boolean running() {
    return known.running;
  }

  static boolean registerStacks() {
    return known.registerStacks;
  }

  static List<Path> destinations() {
    return known.destinations;
  }

  static boolean namedAtExit() {
    return known.namedAtExit;
  }

  static void update(List<Recording> recordings) {
    List<Recording> running =
        recordings.stream().filter(r -> r.getState() == RecordingState.RUNNING).toList();
    known =
        new Known(
            !running.isEmpty(),
            running.stream().anyMatch(Recordings::takesRegisterStacks),
            running.stream()
                .map(Recording::getDestination)
                .filter(Objects::nonNull)
                .distinct()
                .toList(),
            running.stream().anyMatch(r -> r.getDumpOnExit() && r.getDestination() == null));
    LivesSetting.settle(event -> lives(running, event));
  }

  /** What recordings that want an event say of lives. */
  private static Set<String> lives(List<Recording> running, Class<? extends Event> event) {
    EventType type = EventType.getEventType(event);
    Set<String> lives = new HashSet<>();
    for (Recording recording : running) {
      Map<String, String> settings = recording.getSettings();
      String wanted = said(settings, type, "lives");
      if (wanted != null && is(settings, type, "enabled")) {
        lives.add(wanted);
      }
    }
    return lives;
  }

  /** Settings are keyed by event name or by the numeric id of its type; the annotations say yes. */
  private static boolean takesRegisterStacks(Recording recording) {
    Map<String, String> settings = recording.getSettings();
    EventType type = EventType.getEventType(RegisterEvent.class);
    return is(settings, type, "enabled") && is(settings, type, "stackTrace");
  }

  private static boolean is(Map<String, String> settings, EventType type, String setting) {
    return Boolean.parseBoolean(Objects.requireNonNullElse(said(settings, type, setting), "true"));
  }

  private static @Nullable String said(
      Map<String, String> settings, EventType type, String setting) {
    String byId = settings.get(type.getId() + "#" + setting);
    return byId != null ? byId : settings.get(type.getName() + "#" + setting);
  }
}
