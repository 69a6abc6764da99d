package dev.rollcall.analysis;

import dev.rollcall.recording.LifecycleEvent;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects the events of one JVM, by checker, whatever file and order they come in. */
public final class Roll implements Consumer<LifecycleEvent> {
  private final Map<Integer, CheckerLog> checkers = new TreeMap<>();
  private @Nullable CheckerLog latest;

  /** An empty roll. */
  public Roll() {}

  @Override
  public void accept(LifecycleEvent event) {
    // Nearly all events are of one checker: ask the map only when it changes.
    if (latest == null || event.checkerId() != latest.checkerId()) {
      latest = checkers.computeIfAbsent(event.checkerId(), CheckerLog::new);
    }
    latest.add(event);
  }

  /** Takes over the events of another file of the same JVM. */
  void addAll(Roll other) {
    other.checkers.values().forEach(log -> log.forEach(this));
  }

  Collection<CheckerLog> checkers() {
    return checkers.values();
  }
}
