package dev.rollcall.analysis.verdict;

import dev.rollcall.analysis.life.CheckerLog;
import dev.rollcall.analysis.life.Fingerprints;
import dev.rollcall.analysis.life.Life;
import dev.rollcall.recording.LifecycleEvent.Condition;
import dev.rollcall.recording.LifecycleEvent.LiveGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts names to leaks that are known by group and number only. Where a checkpoint counted n
 * resources of a group beyond its cap, and the recording has exactly n lives of that group without
 * an end, these are they. Lives whose end would have no event do not count: they may be over.
 */
public final class NamedByCount {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private NamedByCount() {}

  public static Ruling name(CheckerLog log, Ruling ruling, Fingerprints fingerprints) {
    if (ruling.counted().isEmpty()) {
      return ruling;
    }
    Map<String, List<Life>> candidates = candidates(log, ruling, fingerprints);
    Map<Long, Condition> leaked = new HashMap<>(ruling.leaked());
    List<LiveGroup> counted = new ArrayList<>();
    for (LiveGroup group : ruling.counted()) {
      List<Life> lives = candidates.getOrDefault(fingerprints.of(group), List.of());
      if (lives.size() == group.count()) {
        lives.forEach(
            life -> leaked.put(life.resourceId(), condition(life, ruling, fingerprints.of(group))));
      } else {
        counted.add(group);
      }
    }
    return new Ruling(
        ruling.basis(),
        ruling.check(),
        ruling.checkpoint(),
        Map.copyOf(leaked),
        List.copyOf(counted),
        ruling.unlisted(),
        ruling.unnamed());
  }

  private static Map<String, List<Life>> candidates(
      CheckerLog log, Ruling ruling, Fingerprints fingerprints) {
    Map<String, List<Life>> candidates = new HashMap<>();
    LastCheckpoint checkpoint = ruling.checkpoint();
    boolean some = log.isPartial();
    for (Life life : log.lives()) {
      if (life.unregistered() == null
          && !life.endsUnseen(some)
          && !life.isOnlyMisused()
          && !life.isContradictory()
          && !ruling.leaked().containsKey(life.resourceId())
          && (checkpoint == null || !checkpoint.ignores(life))
          && life.firstSeen() < ruling.askedAt()) {
        candidates.computeIfAbsent(fingerprints.of(life, null), f -> new ArrayList<>()).add(life);
      }
    }
    return candidates;
  }

  private static Condition condition(Life life, Ruling ruling, String fingerprint) {
    long age = Math.max(0, ruling.askedAt() - life.firstSeen()) / NANOS_PER_MILLI;
    return new Condition(-1, age, life.isLost(), fingerprint, 0, life.bytes());
  }
}
