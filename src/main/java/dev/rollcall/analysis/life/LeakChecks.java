package dev.rollcall.analysis.life;

import dev.rollcall.common.Trigger;
import dev.rollcall.recording.LifecycleEvent.LeakCheck;
import dev.rollcall.recording.LifecycleEvent.LeakFound;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The leak checks of one checker and what they found. Of checks on demand only what the last one
 * found is kept: a program may call the roll every second.
 */
public final class LeakChecks {
  private final List<LeakCheck> checks = new ArrayList<>();
  private final Map<Integer, List<LeakFound>> found = new HashMap<>();
  private final Set<Integer> outdated = new HashSet<>();
  private @Nullable LeakCheck lastDemand;

  void add(LeakCheck check) {
    checks.add(check);
    if (check.trigger() == Trigger.DEMAND) {
      LeakCheck before = lastDemand;
      boolean later = before == null || check.moment().time() >= before.moment().time();
      lastDemand = later ? check : before;
      if (before != null) {
        forget(later ? before : check);
      }
    }
  }

  private void forget(LeakCheck check) {
    outdated.add(check.checkId());
    found.remove(check.checkId());
  }

  void add(LeakFound leak) {
    if (!outdated.contains(leak.checkId())) {
      found.computeIfAbsent(leak.checkId(), id -> new ArrayList<>()).add(leak);
    }
  }

  void addAll(LeakChecks other) {
    other.checks.forEach(this::add);
    other.found.values().forEach(leaks -> leaks.forEach(this::add));
  }

  /** Whether no later check on demand is known. */
  boolean isLastDemand(LeakCheck check) {
    return check.equals(lastDemand);
  }

  boolean isEmpty() {
    return checks.isEmpty();
  }

  /** All of them, in the order in which they were read. */
  public Collection<LeakCheck> all() {
    return checks;
  }

  /** The last of all. */
  public Optional<LeakCheck> last() {
    return checks.stream().max(Comparator.comparingLong(check -> check.moment().time()));
  }

  /** Leak checks with a trigger, earliest first. */
  public List<LeakCheck> by(Trigger trigger) {
    return checks.stream()
        .filter(check -> check.trigger() == trigger)
        .sorted(Comparator.comparingLong(check -> check.moment().time()))
        .toList();
  }

  /** The resources that checks found, but for checks on demand before the last. */
  Set<Long> resources() {
    Set<Long> resources = new HashSet<>();
    found.values().forEach(leaks -> leaks.forEach(leak -> resources.add(leak.resourceId())));
    return resources;
  }

  /** The leaks that a check found, as far as the recording has them. */
  public List<LeakFound> leaksOf(LeakCheck check) {
    return found.getOrDefault(check.checkId(), List.of());
  }
}
