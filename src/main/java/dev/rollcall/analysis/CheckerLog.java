package dev.rollcall.analysis;

import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.recording.LifecycleEvent.Checkpoint;
import dev.rollcall.recording.LifecycleEvent.Counted;
import dev.rollcall.recording.LifecycleEvent.LeakCheck;
import dev.rollcall.recording.LifecycleEvent.LeakFound;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.LiveGroup;
import dev.rollcall.recording.LifecycleEvent.Misused;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import dev.rollcall.recording.Totals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that was recorded of one checker. */
final class CheckerLog {
  private final int checkerId;
  private final Map<Long, Life> lives = new HashMap<>();
  private final List<LeakCheck> checks = new ArrayList<>();
  private final Map<Integer, List<LeakFound>> leaks = new HashMap<>();
  private final List<Checkpoint> checkpoints = new ArrayList<>();
  private final List<LiveGroup> liveGroups = new ArrayList<>();
  private final List<Misused> misuses = new ArrayList<>();
  private long registrations;
  private long unregistrations;
  private boolean retainsSeen;
  private boolean releasesSeen;

  CheckerLog(int checkerId) {
    this.checkerId = checkerId;
  }

  void add(LifecycleEvent event) {
    if (event instanceof LifecycleEvent.Step step) {
      count(step);
      if (step.resourceId() != 0) {
        life(step.resourceId()).add(step);
      }
    } else if (event instanceof LiveFound live) {
      life(live.resourceId()).add(live);
    } else if (event instanceof LeakFound leak) {
      life(leak.resourceId()).add(leak);
      leaks.computeIfAbsent(leak.checkId(), id -> new ArrayList<>()).add(leak);
    } else if (event instanceof LeakCheck check) {
      checks.add(check);
    } else if (event instanceof Checkpoint checkpoint) {
      checkpoints.add(checkpoint);
    } else if (event instanceof LiveGroup group) {
      liveGroups.add(group);
    }
  }

  private void count(LifecycleEvent.Step step) {
    if (step instanceof Registered) {
      registrations++;
    } else if (step instanceof Unregistered) {
      unregistrations++;
    } else if (step instanceof Counted counted) {
      retainsSeen |= counted.retain();
      releasesSeen |= !counted.retain();
    } else if (step instanceof Misused misuse) {
      misuses.add(misuse);
    }
  }

  private Life life(long resourceId) {
    return lives.computeIfAbsent(resourceId, Life::new);
  }

  /** Gives back what was added, in no particular order. */
  void forEach(Consumer<? super LifecycleEvent> consumer) {
    lives.values().forEach(life -> life.forEach(consumer));
    misuses.stream().filter(misuse -> misuse.resourceId() == 0).forEach(consumer);
    leaks.values().forEach(found -> found.forEach(consumer));
    checks.forEach(consumer);
    checkpoints.forEach(consumer);
    liveGroups.forEach(consumer);
  }

  int checkerId() {
    return checkerId;
  }

  Collection<Life> lives() {
    return lives.values();
  }

  @Nullable Life find(long resourceId) {
    return lives.get(resourceId);
  }

  List<Misused> misuses() {
    return misuses;
  }

  List<LiveGroup> liveGroups() {
    return liveGroups;
  }

  long registrations() {
    return registrations;
  }

  long unregistrations() {
    return unregistrations;
  }

  /** Whether both kinds of step that move a reference counter's sequence were recorded. */
  boolean countsRecorded() {
    return retainsSeen && releasesSeen;
  }

  /** The leaks that a check found, as far as the recording has them. */
  List<LeakFound> leaksOf(LeakCheck check) {
    return leaks.getOrDefault(check.checkId(), List.of());
  }

  /** Leak checks with a trigger, earliest first. */
  List<LeakCheck> checks(String trigger) {
    return checks.stream()
        .filter(check -> check.trigger().equals(trigger))
        .sorted(Comparator.comparingLong(check -> check.moment().time()))
        .toList();
  }

  /** Checkpoints, earliest first. */
  List<Checkpoint> checkpoints() {
    return checkpoints.stream()
        .sorted(Comparator.comparingLong(checkpoint -> checkpoint.moment().time()))
        .toList();
  }

  /** Whether anything says what lived at some time; the checkpoint of a start does not. */
  boolean hasWord() {
    return !checks.isEmpty()
        || checkpoints.stream().anyMatch(checkpoint -> !checkpoint.phase().equals("start"));
  }

  /** The latest exact totals. */
  @Nullable Totals lastTotals() {
    record At(long time, Totals totals) {}
    return Stream.concat(
            checks.stream().map(check -> new At(check.moment().time(), check.totals())),
            checkpoints.stream().map(point -> new At(point.moment().time(), point.totals())))
        .max(
            Comparator.comparingLong((At at) -> at.totals().registered())
                .thenComparingLong(at -> at.totals().unregistered())
                .thenComparingLong(At::time))
        .map(At::totals)
        .orElse(null);
  }

  /**
   * The totals when the recording started; empty when it does not say. They only grow, so that the
   * smallest are the first, whatever a damaged clock says.
   */
  Optional<Totals> firstTotals() {
    return checkpoints.stream()
        .filter(checkpoint -> checkpoint.phase().equals("start"))
        .map(Checkpoint::totals)
        .min(Comparator.comparingLong(Totals::registered).thenComparingLong(Totals::unregistered));
  }
}
