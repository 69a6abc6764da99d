package dev.rollcall.analysis.life;

import dev.rollcall.analysis.age.SiblingAges;
import dev.rollcall.diagnosis.way.Ways;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The healthy lives of each group: how many there were, which ways they went, and how long. */
public final class Siblings {
  private final Map<String, Ways> ways = new HashMap<>();
  private final Map<String, SiblingAges> ages = new HashMap<>();

  /** Counts a life that is over, healthy, and known from beginning to end. */
  public void add(Life life, String fingerprint) {
    group(fingerprint).add(LifeWay.of(life));
    Registered began = life.registered();
    Unregistered ended = life.unregistered();
    if (began != null && ended != null) {
      ageGroup(fingerprint).add(began.moment().time(), ended.moment().time());
    }
  }

  /**
   * Takes how old one became that was registered before the recordings began: a checkpoint may tell
   * when that was, and else it was at least as old as they are.
   *
   * @param start since when there is a recording of its end, nanoseconds since 1970
   */
  public void addAge(Life life, String fingerprint, long start) {
    Unregistered ended = life.unregistered();
    LiveFound live = life.live();
    if (ended == null) {
      return;
    }
    long began = live == null ? 0 : live.registration().time();
    if (began > 0) {
      ageGroup(fingerprint).add(began, ended.moment().time());
    } else if (start > 0) {
      ageGroup(fingerprint).addPart(start, ended.moment().time());
    }
  }

  /** Adds those of another file of the same JVM. */
  public void addAll(Siblings other) {
    addAll(other, 0);
  }

  /** Adds those of a JVM whose recordings end at a time; then the clock of all ages shows 0. */
  public void addAll(Siblings other, long end) {
    other.ways.forEach((fingerprint, some) -> group(fingerprint).addAll(some));
    other.ages.forEach((fingerprint, some) -> ageGroup(fingerprint).addAll(some, end));
  }

  private Ways group(String fingerprint) {
    return ways.computeIfAbsent(fingerprint, f -> new Ways(Fingerprints.type(f)));
  }

  private SiblingAges ageGroup(String fingerprint) {
    return ages.computeIfAbsent(fingerprint, f -> new SiblingAges());
  }

  /** The ways of a group; none where nothing of it was released. */
  public Ways ways(String fingerprint) {
    Ways known = ways.get(fingerprint);
    return known == null ? new Ways(Fingerprints.type(fingerprint)) : known;
  }

  /** The ways of all groups. */
  public Collection<Ways> ways() {
    return ways.values();
  }

  /** The ways of all groups, by fingerprint. */
  public Map<String, Ways> byFingerprint() {
    return ways;
  }

  /** How old those of a group became. */
  public SiblingAges ages(String fingerprint) {
    SiblingAges known = ages.get(fingerprint);
    return known == null ? new SiblingAges() : known;
  }
}
