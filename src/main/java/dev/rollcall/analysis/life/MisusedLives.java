package dev.rollcall.analysis.life;

import dev.rollcall.diagnosis.way.Ways;
import dev.rollcall.recording.LifecycleEvent.Misused;
import dev.rollcall.recording.LifecycleEvent.Step;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The lives that were misused, by what was done wrong: which ways they went, and a few whole. */
public final class MisusedLives {
  static final String OVER_RELEASE = "over-release";
  static final String DOUBLE_UNREGISTER = "double-unregister";
  static final String RETAIN_AFTER_DESTROY = "retain-after-destroy";

  /** What is done wrong because something ended the resource before. */
  private static final Set<String> AFTER_END =
      Set.of(OVER_RELEASE, DOUBLE_UNREGISTER, RETAIN_AFTER_DESTROY);

  /** How many lives a group remembers whole. */
  private static final int MAX_LIVES = 16;

  private final Map<MisuseGroups.Key, Group> groups = new HashMap<>();

  /** The lives of one group of misuses. */
  public static final class Group {
    private final SortedMap<String, Ways> ways = new TreeMap<>();
    private final TreeMap<Long, Life> lives = new TreeMap<>();

    private Ways ways(String fingerprint) {
      return ways.computeIfAbsent(fingerprint, f -> new Ways(Fingerprints.type(f)));
    }

    private void remember(Life life) {
      lives.put(life.resourceId(), life);
      if (lives.size() > MAX_LIVES) {
        lives.pollLastEntry();
      }
    }

    private void addAll(Group other) {
      other.ways.forEach((fingerprint, some) -> ways(fingerprint).addAll(some));
      other.lives.values().forEach(this::remember);
    }

    /** Which ways they went to what was done wrong, by fingerprint. */
    public SortedMap<String, Ways> ways() {
      return ways;
    }

    /** Some of them, lowest ids first. */
    public Collection<Life> lives() {
      return lives.values();
    }
  }

  /** Whether something had ended the resource before it was misused so. */
  public static boolean isAfterEnd(String kind) {
    return AFTER_END.contains(kind);
  }

  /** Takes a life that was misused, once for each group of its misuses. */
  public void add(Life life, String fingerprint) {
    Set<MisuseGroups.Key> seen = new HashSet<>();
    for (Step aside : life.asides()) {
      if (aside instanceof Misused misuse && seen.add(MisuseGroups.Key.of(misuse))) {
        Group group = group(MisuseGroups.Key.of(misuse));
        group.remember(life);
        if (life.registered() != null) {
          group.ways(fingerprint).add(LifeWay.of(life, misuse));
        }
      }
    }
  }

  /** Adds those of another file of the same JVM. */
  public void addAll(MisusedLives other) {
    other.groups.forEach((key, some) -> group(key).addAll(some));
  }

  private Group group(MisuseGroups.Key key) {
    return groups.computeIfAbsent(key, k -> new Group());
  }

  /** Takes what there is of each group, in no order. */
  public void forEach(BiConsumer<MisuseGroups.Key, Group> consumer) {
    groups.forEach(consumer);
  }
}
