package dev.rollcall.analysis;

import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.analysis.growth.Growth;
import dev.rollcall.analysis.growth.LowWater;
import dev.rollcall.analysis.growth.OldLives;
import dev.rollcall.analysis.life.CheckerLog;
import dev.rollcall.analysis.life.Fingerprints;
import dev.rollcall.analysis.life.Life;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What grows of one checker: types by their curves, groups by when the open ones were registered.
 */
final class Growing {
  private final CheckerVerdicts verdicts;
  private final CheckerLog log;
  private final long start;
  private final long end;
  private final Map<String, OldLives> groups = new TreeMap<>();
  private final Set<String> wanted = new HashSet<>();
  private final Set<String> unwanted = new HashSet<>();

  /** Old ones that were released and of which only the type is known. */
  private final Map<String, Long> released = new HashMap<>();

  private Growing(CheckerVerdicts verdicts, long start, long end) {
    this.verdicts = verdicts;
    this.log = verdicts.log();
    this.start = start;
    this.end = end;
  }

  /**
   * {@code start} and {@code end} of the recordings, nanoseconds since 1970, and no gap between.
   */
  static List<Growth> of(CheckerVerdicts verdicts, long start, long end) {
    Growing growing = new Growing(verdicts, start, end);
    verdicts.log().lives().forEach(growing::add);
    List<Growth> all = new ArrayList<>();
    growing.types(all);
    growing.groups(all);
    return all;
  }

  private void add(Life life) {
    Verdict verdict = verdicts.verdict(life);
    if (verdict == Verdict.IGNORED) {
      wanted.add(life.type());
    } else if (verdict == Verdict.OPEN || verdict == Verdict.LEAKED) {
      unwanted.add(life.type());
      // Of those that are not followed no release is known: neither may the open ones count.
      if (began(life) > 0 && !verdicts.endsUnseen(life)) {
        group(life).addOpen(began(life));
      }
    } else if (!life.isOnlyMisused() && !verdicts.endsUnseen(life)) {
      addReleased(life);
    }
  }

  /** One that is over, or of which it is not known what became of it. */
  private void addReleased(Life life) {
    long old = OldLives.age(start, end);
    long ended = lastSeen(life);
    long began = began(life);
    boolean isOld = began > 0 ? ended - began > old : ended > start + old;
    if (!isOld || ended <= start + old) {
      return;
    }
    if (life.site().isUnknown()) {
      released.merge(life.type(), 1L, Long::sum);
    } else {
      group(life).addReleased(1);
    }
  }

  private OldLives group(Life life) {
    return groups.computeIfAbsent(verdicts.fingerprint(life), f -> new OldLives(start, end));
  }

  /** When it was registered; 0 where that is not known. */
  private static long began(Life life) {
    Registered registered = life.registered();
    LiveFound live = life.live();
    if (registered != null) {
      return registered.moment().time();
    }
    return live == null ? 0 : live.registration().time();
  }

  private static long lastSeen(Life life) {
    Unregistered ended = life.unregistered();
    LiveFound live = life.live();
    if (ended != null) {
      return ended.moment().time();
    }
    return live == null ? life.firstSeen() : live.moment().time();
  }

  private void types(List<Growth> all) {
    wanted.removeAll(unwanted);
    log.curves()
        .forEach(
            (type, curve) -> {
              if (!wanted.contains(type)) {
                LowWater.of(type, curve).ifPresent(all::add);
              }
            });
  }

  private void groups(List<Growth> all) {
    long oldMillis = TimeUnit.NANOSECONDS.toMillis(OldLives.age(start, end));
    groups.forEach(
        (fingerprint, lives) -> {
          if (!lives.isEmpty()) {
            String type = Fingerprints.type(fingerprint);
            lives.addReleased(
                log.folded().siblings().ages(fingerprint).lifetimes().longerThan(oldMillis)
                    + log.folded().byCollector().count(fingerprint)
                    + released.getOrDefault(type, 0L));
            lives
                .growth(type, fingerprint)
                .map(growth -> verdicts.isPartial() ? growth.amongFollowed() : growth)
                .ifPresent(all::add);
          }
        });
  }
}
