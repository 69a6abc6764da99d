package dev.rollcall.analysis.verdict;

import dev.rollcall.analysis.life.CheckerLog;
import dev.rollcall.analysis.life.Life;
import dev.rollcall.common.Trigger;
import dev.rollcall.recording.LifecycleEvent.Condition;
import dev.rollcall.recording.LifecycleEvent.LeakCheck;
import dev.rollcall.recording.LifecycleEvent.LeakFound;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.LiveGroup;
import dev.rollcall.recording.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who says what has leaked in one checker, and what it says.
 *
 * <p>Recordings that end with a single test, of a JVM whose exit is in none of them: only what such
 * a test found of its own, and nobody has released since, has leaked; they do not tell what became
 * of the rest.
 *
 * <p>Else in this order: the first check with trigger {@code final} stands for the exit; else the
 * last with trigger {@code exit}; else the last checkpoint of the exit. Where none of them was
 * recorded the JVM still ran or was killed, and only what the last check on demand found, and
 * nobody has released since, has leaked. Where a release may be missing, or the life is not
 * followed, silence since the check proves nothing: then a later checkpoint has to say so.
 *
 * @param basis who speaks
 * @param check the leak check that speaks, if one does
 * @param checkpoint the last checkpoint, which also tells who was released without a word
 * @param leaked the leaked resources by id, with what was said of them
 * @param counted leaks that are known by group and number only
 * @param unlisted how many more were counted, of which nothing else is known
 * @param unnamed how many leaks the check that speaks counted without their event being there
 */
public record Ruling(
    Basis basis,
    @Nullable LeakCheck check,
    @Nullable LastCheckpoint checkpoint,
    Map<Long, Condition> leaked,
    List<LiveGroup> counted,
    long unlisted,
    long unnamed) {

  /** Who says what has leaked. */
  enum Basis {
    FINAL_CHECK,
    EXIT_CHECKPOINT,
    TEST_CHECK,
    DEMAND_CHECK,
    NOBODY
  }

  /** {@code tests}: the numbers of the checks of tests with which recordings end. */
  public static Ruling of(CheckerLog log, LostEnds lostEnds, Set<Integer> tests) {
    LastCheckpoint checkpoint = LastCheckpoint.of(log);
    if (!tests.isEmpty()) {
      return byTests(log, tests, checkpoint, lostEnds);
    }
    List<LeakCheck> finals = log.checks().by(Trigger.FINAL);
    List<LeakCheck> exits = log.checks().by(Trigger.EXIT);
    if (!finals.isEmpty()) {
      return byCheck(log, finals.get(0), checkpoint);
    }
    if (!exits.isEmpty()) {
      return byCheck(log, exits.get(exits.size() - 1), checkpoint);
    }
    if (checkpoint != null && checkpoint.isExit()) {
      return byCheckpoint(log, checkpoint);
    }
    List<LeakCheck> demands = log.checks().by(Trigger.DEMAND);
    if (!demands.isEmpty()) {
      return byDemand(log, demands.get(demands.size() - 1), checkpoint, lostEnds);
    }
    return new Ruling(Basis.NOBODY, null, checkpoint, Map.of(), List.of(), 0, 0);
  }

  private static Ruling byCheck(
      CheckerLog log, LeakCheck check, @Nullable LastCheckpoint checkpoint) {
    Map<Long, Condition> leaked = named(log.checks().leaksOf(check));
    long unnamed = Math.max(0, check.leaked() - leaked.size());
    long missing = unnamed;
    List<LiveGroup> counted = new ArrayList<>();
    for (LeakFound leak : log.checks().leaksOf(check)) {
      if (log.find(leak.resourceId()) == null && leaked.remove(leak.resourceId()) != null) {
        counted.add(one(leak));
      }
    }
    if (checkpoint != null && checkpoint.isExit()) {
      // The checkpoint of the exit looked at the same live map: let it name what the check cannot.
      for (Life life : log.lives()) {
        LiveFound live = life.live();
        if (missing > 0
            && live != null
            && checkpoint.lists(life)
            && !live.isIgnored()
            && life.firstSeen() < check.moment().time()
            && leaked.putIfAbsent(life.resourceId(), live.condition()) == null) {
          missing--;
        }
      }
      List<LiveGroup> beyond = atMost(missing, wanted(checkpoint.groups()));
      counted.addAll(beyond);
      missing -= sum(beyond);
    }
    return new Ruling(
        Basis.FINAL_CHECK,
        check,
        checkpoint,
        Map.copyOf(leaked),
        List.copyOf(counted),
        missing,
        unnamed);
  }

  /** A leak whose life is folded: it was released long after the check that found it. */
  private static LiveGroup one(LeakFound leak) {
    return new LiveGroup(
        leak.moment(),
        leak.checkerId(),
        leak.type(),
        leak.condition().fingerprint(),
        Site.NONE,
        1,
        false,
        leak.condition().bytes());
  }

  private static Ruling byCheckpoint(CheckerLog log, LastCheckpoint checkpoint) {
    Map<Long, Condition> leaked = new HashMap<>();
    for (Life life : log.lives()) {
      LiveFound live = life.live();
      if (live != null && checkpoint.lists(life) && !live.isIgnored()) {
        leaked.put(life.resourceId(), live.condition());
      }
    }
    List<LiveGroup> counted = wanted(checkpoint.groups());
    long total = checkpoint.event().totals().liveNotIgnored();
    long unlisted = Math.max(0, total - leaked.size() - sum(counted));
    return new Ruling(
        Basis.EXIT_CHECKPOINT, null, checkpoint, Map.copyOf(leaked), counted, unlisted, 0);
  }

  private static Ruling byTests(
      CheckerLog log, Set<Integer> tests, @Nullable LastCheckpoint checkpoint, LostEnds lostEnds) {
    Map<Long, Condition> leaked = new HashMap<>();
    LeakCheck last = null;
    long unnamed = 0;
    for (LeakCheck check : log.checks().by(Trigger.TEST)) {
      if (tests.contains(check.checkId())) {
        Ruling one = byDemand(log, check, checkpoint, lostEnds);
        leaked.putAll(one.leaked());
        unnamed += one.unnamed();
        last = check;
      }
    }
    return new Ruling(
        Basis.TEST_CHECK, last, checkpoint, Map.copyOf(leaked), List.of(), 0, unnamed);
  }

  private static Ruling byDemand(
      CheckerLog log, LeakCheck check, @Nullable LastCheckpoint checkpoint, LostEnds lostEnds) {
    boolean silenceProves = !lostEnds.releasesLost() && !log.lacksReleasesSince(check);
    Map<Long, Condition> named = named(log.checks().leaksOf(check));
    Map<Long, Condition> leaked = new HashMap<>();
    boolean some = log.isPartial();
    named.forEach(
        (id, condition) -> {
          Life life = log.find(id);
          if (life == null || life.unregistered() != null || goneSince(life, check, checkpoint)) {
            return;
          }
          boolean unseen = life.endsUnseen(some);
          boolean endLost = unseen ? lostEnds.endUnseen() : lostEnds.endLost();
          if ((silenceProves && !unseen) || (!endLost && listedSince(life, check, checkpoint))) {
            leaked.put(id, condition);
          }
        });
    long unnamed = Math.max(0, check.leaked() - named.size());
    return new Ruling(
        Basis.DEMAND_CHECK, check, checkpoint, Map.copyOf(leaked), List.of(), 0, unnamed);
  }

  /** Whether a checkpoint after the check proves that what the check found is no leak any more. */
  private static boolean goneSince(
      Life life, LeakCheck check, @Nullable LastCheckpoint checkpoint) {
    return checkpoint != null
        && checkpoint.scanned() > check.moment().time()
        && (checkpoint.ignores(life) || (checkpoint.isComplete() && !checkpoint.lists(life)));
  }

  /** Whether a checkpoint after the check found it still registered. */
  private static boolean listedSince(
      Life life, LeakCheck check, @Nullable LastCheckpoint checkpoint) {
    return checkpoint != null
        && checkpoint.scanned() > check.moment().time()
        && checkpoint.lists(life);
  }

  private static Map<Long, Condition> named(List<LeakFound> leaks) {
    Map<Long, Condition> named = new HashMap<>();
    leaks.forEach(leak -> named.put(leak.resourceId(), leak.condition()));
    return named;
  }

  private static List<LiveGroup> wanted(List<LiveGroup> groups) {
    return groups.stream().filter(group -> !group.isIgnored() && group.count() > 0).toList();
  }

  private static List<LiveGroup> atMost(long limit, List<LiveGroup> groups) {
    List<LiveGroup> taken = new ArrayList<>();
    long left = limit;
    for (LiveGroup group : groups) {
      long count = Math.min(left, group.count());
      if (count > 0) {
        taken.add(group.of(count));
        left -= count;
      }
    }
    return List.copyOf(taken);
  }

  private static long sum(List<LiveGroup> groups) {
    return groups.stream().mapToLong(LiveGroup::count).sum();
  }

  /** Whether what has leaked at the exit is settled. */
  public boolean isFinal() {
    return basis == Basis.FINAL_CHECK || basis == Basis.EXIT_CHECKPOINT;
  }

  /** When the check looked at the live map, or the checkpoint did. */
  long askedAt() {
    if (check != null) {
      return check.moment().time();
    }
    return checkpoint == null ? Long.MIN_VALUE : checkpoint.scanned();
  }
}
