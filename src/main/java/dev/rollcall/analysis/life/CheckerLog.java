package dev.rollcall.analysis.life;

import dev.rollcall.analysis.age.OverdueLog;
import dev.rollcall.analysis.growth.LiveCurve;
import dev.rollcall.analysis.growth.TurnTimes;
import dev.rollcall.common.Phase;
import dev.rollcall.common.Trigger;
import dev.rollcall.recording.ContextEvent;
import dev.rollcall.recording.EventTaker;
import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.recording.LifecycleEvent.Checkpoint;
import dev.rollcall.recording.LifecycleEvent.Counted;
import dev.rollcall.recording.LifecycleEvent.LeakCheck;
import dev.rollcall.recording.LifecycleEvent.LeakFound;
import dev.rollcall.recording.LifecycleEvent.LiveCounted;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.LiveGroup;
import dev.rollcall.recording.LifecycleEvent.Lost;
import dev.rollcall.recording.LifecycleEvent.Misused;
import dev.rollcall.recording.LifecycleEvent.Numbered;
import dev.rollcall.recording.LifecycleEvent.Overdue;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Step;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import dev.rollcall.recording.Totals;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was recorded of one checker. A life that is over and known from beginning to end
 * is {@link FoldedLives folded} after a while; all others are kept whole, but for those that are
 * not followed: of these the latest are.
 *
 * <p>The while: events of one moment may be far apart in the file, because each thread has a buffer
 * of its own, and what is told of a life soon after its end should still find it.
 */
public final class CheckerLog implements EventTaker {
  private final int checkerId;
  private final Predicate<? super Life> keep;
  private final int patience;
  private final NextSteps nextSteps;
  private final Map<Long, Life> lives = new HashMap<>();
  private final Queue<Life> recent = new ArrayDeque<>();
  private final FoldedLives folded;
  private final Owners owners;
  private final UnfollowedLives unfollowed;
  private final LeakChecks checks = new LeakChecks();
  private final List<Checkpoint> checkpoints = new ArrayList<>();
  private final List<LiveGroup> liveGroups = new ArrayList<>();
  private final MisuseGroups misuses = new MisuseGroups();
  private final OverdueLog overdue = new OverdueLog();
  private final Map<String, LiveCurve> curves = new TreeMap<>();
  private final TurnTimes turnTimes = new TurnTimes();

  /** How many steps there were of lives that did not wait to be folded. */
  private int turns;

  private long registrations;
  private long unregistrations;

  /** When a life last began or ended. */
  private long latestTurn = Long.MIN_VALUE;

  private boolean stepsSeen;
  private boolean retainsSeen;
  private boolean releasesSeen;

  /** As the other, of a log that has all events. */
  public CheckerLog(
      int checkerId,
      Predicate<? super Life> keep,
      int patience,
      Fingerprints fingerprints,
      NextSteps nextSteps) {
    this(checkerId, keep, patience, fingerprints, nextSteps, false);
  }

  /**
   * {@code keep}: the lives that are to be kept whole whatever their end; {@code patience}: how
   * many that are over are kept whole for a while; {@code nextSteps} is of all checkers of the JVM;
   * {@code part}: whether there are earlier events that are collected elsewhere.
   */
  public CheckerLog(
      int checkerId,
      Predicate<? super Life> keep,
      int patience,
      Fingerprints fingerprints,
      NextSteps nextSteps,
      boolean part) {
    this.checkerId = checkerId;
    this.keep = keep;
    this.patience = patience;
    this.nextSteps = nextSteps;
    this.folded = new FoldedLives(fingerprints);
    this.owners = part ? Owners.ofPart(folded::contains) : new Owners();
    this.unfollowed = new UnfollowedLives(part ? Integer.MAX_VALUE : patience, this::forget);
  }

  /** Takes an event of any kind. */
  public void add(LifecycleEvent event) {
    event.giveTo(this);
  }

  @Override
  public void take(Registered event) {
    owners.add(event.ownerId(), lives);
    registrations++;
    turnTimes.began(event.type(), event.moment().time());
    latestTurn = Math.max(latestTurn, event.moment().time());
    Life life = living(event);
    if (life != null) {
      life.add(event);
      after(event, life);
    }
  }

  @Override
  public void take(Unregistered event) {
    Counted release = event.release();
    if (release != null) {
      take(release);
    }
    unregistrations++;
    turnTimes.ended(event.type(), event.moment().time());
    latestTurn = Math.max(latestTurn, event.moment().time());
    Life life = living(event);
    if (life != null) {
      life.add(event);
      after(event, life);
    }
  }

  @Override
  public void take(Counted event) {
    owners.add(event.ownerId(), lives);
    retainsSeen |= event.retain();
    releasesSeen |= !event.retain();
    take((Numbered) event);
  }

  @Override
  public void take(Numbered event) {
    stepsSeen = true;
    Life life = living(event);
    if (life != null) {
      life.add(event);
      after(event, life);
    }
  }

  @Override
  public void take(LifecycleEvent event) {
    if (event instanceof Misused misuse) {
      misuses.add(misuse);
      takeAside(misuse);
    } else if (event instanceof Lost lost) {
      takeAside(lost);
    } else if (event instanceof LiveFound live) {
      owners.add(live.condition().ownerId(), lives);
      if (folded.contains(live.resourceId())) {
        folded.addLate(live);
      } else {
        Life life = life(live.resourceId());
        life.add(live);
        unfollowed.add(life);
      }
    } else if (event instanceof LeakFound leak) {
      owners.add(leak.condition().ownerId(), lives);
      checks.add(leak);
      if (!folded.contains(leak.resourceId())) {
        Life life = life(leak.resourceId());
        life.add(leak);
        unfollowed.add(life);
      }
    } else if (event instanceof LeakCheck check) {
      checks.add(check);
      if (checks.isLastDemand(check) || check.trigger() == Trigger.TEST) {
        folded.endTimes().mark(check.moment().time());
      }
    } else if (event instanceof Checkpoint checkpoint) {
      checkpoints.add(checkpoint);
      if (checkpoint.phase() != Phase.START) {
        folded.survivors().add(checkpoint);
        unfollowed.add(checkpoint);
      }
    } else if (event instanceof LiveGroup group) {
      liveGroups.add(group);
    } else if (event instanceof Overdue late) {
      overdue.add(late);
    } else if (event instanceof LiveCounted point) {
      curve(point.type()).add(point.moment().time(), point.live(), point.registered());
    }
  }

  @Override
  public void take(ContextEvent event) {
    // Of no checker.
  }

  private LiveCurve curve(String type) {
    return curves.computeIfAbsent(type, t -> new LiveCurve());
  }

  private void takeAside(Step step) {
    Life life = living(step);
    if (life != null) {
      life.addAside(step);
      turn(life);
    }
  }

  /** The life that takes a step; null where it is of none that is kept. */
  private @Nullable Life living(Step step) {
    long id = step.resourceId();
    if (id == 0) {
      return null;
    }
    // Nearly all steps are of lives that are kept: what is folded is asked for the others only.
    Life life = lives.get(id);
    if (life == null) {
      if (folded.contains(id)) {
        folded.addLate(step);
        return null;
      }
      life = life(id);
    }
    return life;
  }

  private void after(Step step, Life life) {
    nextSteps.add(step, life);
    turn(life);
  }

  private void turn(Life life) {
    if (!life.isRecent()) {
      life.setTurn(turns++);
      await(life);
    }
  }

  private Life life(long resourceId) {
    return lives.computeIfAbsent(resourceId, Life::new);
  }

  /** Lets a life that is over wait for its turn to be folded. */
  private void await(Life life) {
    if (!life.isBracketed() || life.isRecent()) {
      return;
    }
    life.setRecent(true);
    recent.add(life);
    if (recent.size() > patience) {
      Life oldest = recent.remove();
      oldest.setRecent(false);
      fold(oldest);
    }
  }

  /** Lets go of lives that are not followed and of which nothing more is asked. */
  private Predicate<Life> forget() {
    Set<Long> found = checks.resources();
    return life -> {
      boolean forgotten =
          !found.contains(life.resourceId())
              && !keep.test(life)
              && lives.remove(life.resourceId(), life);
      if (forgotten) {
        owners.addForgotten(life);
      }
      return forgotten;
    };
  }

  private void fold(Life life) {
    long missing = Gaps.missing(life);
    // Where steps are recorded, one that is missing may still come.
    boolean whole = missing == 0 || !stepsSeen;
    if (life.isBracketed() && whole && !keep.test(life) && lives.remove(life.resourceId(), life)) {
      folded.add(life, missing);
      owners.addEnded(life);
    }
  }

  /**
   * Whether to add all that a later chunk has is the same as to add its events one by one. It is
   * not where a life was folded there of which something is known here.
   */
  public boolean goesOnWith(CheckerLog later) {
    return folded.goesOnWith(later.folded, lives, stepsSeen)
        && owners.goesOnWith(later.owners, later.folded::contains)
        && later.lives.values().stream()
            .noneMatch(life -> life.hasSteps() && folded.contains(life.resourceId()));
  }

  /**
   * Takes what another file of the same JVM has of this checker, or another chunk; the other one is
   * used no more.
   */
  public void addAll(CheckerLog other) {
    registrations += other.registrations;
    unregistrations += other.unregistrations;
    latestTurn = Math.max(latestTurn, other.latestTurn);
    stepsSeen |= other.stepsSeen;
    retainsSeen |= other.retainsSeen;
    releasesSeen |= other.releasesSeen;
    folded.addAll(other.folded);
    owners.addAll(other.owners);
    checks.addAll(other.checks);
    checkpoints.addAll(other.checkpoints);
    liveGroups.addAll(other.liveGroups);
    misuses.addAll(other.misuses);
    overdue.addAll(other.overdue);
    turnTimes.addAll(other.turnTimes);
    other.curves.forEach((type, curve) -> curve(type).addAll(curve));
    unfollowed.addAll(other.unfollowed);
    // What is folded there had seemed to live on here.
    List<Life> over =
        lives.values().stream().filter(life -> other.folded.contains(life.resourceId())).toList();
    over.forEach(
        life -> {
          lives.remove(life.resourceId());
          folded.addLate(life);
        });
    List<Life> taken = new ArrayList<>();
    other.lives.values().removeIf(life -> addIfKnown(life, taken));
    other.lives.values().forEach(life -> takeOver(life, taken));
    // Those that are over wait in the order in which they ended.
    taken.sort(Comparator.comparingInt(Life::turn));
    taken.forEach(this::await);
    owners.bound(lives);
  }

  /** Adds what is told of a life that is kept here, before any is folded that lacks it. */
  private boolean addIfKnown(Life life, List<Life> taken) {
    Life mine = lives.get(life.resourceId());
    if (mine != null) {
      mine.addAll(life);
      mine.setTurn(life.turn());
      unfollowed.add(mine);
      taken.add(mine);
    }
    return mine != null;
  }

  private void takeOver(Life life, List<Life> taken) {
    life.setRecent(false);
    life.setWatched(false);
    if (folded.contains(life.resourceId())) {
      folded.addLate(life);
    } else if (lives.putIfAbsent(life.resourceId(), life) == null) {
      unfollowed.add(life);
      taken.add(life);
    }
  }

  public int checkerId() {
    return checkerId;
  }

  /** The lives that are kept whole. */
  public Collection<Life> lives() {
    return lives.values();
  }

  /** A life that is kept whole; null for one that is folded or unknown. */
  public @Nullable Life find(long resourceId) {
    return lives.get(resourceId);
  }

  /** What is known of owners whose lives are folded. */
  public Owners owners() {
    return owners;
  }

  public FoldedLives folded() {
    return folded;
  }

  public LeakChecks checks() {
    return checks;
  }

  /** What was called overdue while the program ran. */
  public OverdueLog overdue() {
    return overdue;
  }

  public MisuseGroups misuses() {
    return misuses;
  }

  /** How many were live over time, by type. */
  public Map<String, LiveCurve> curves() {
    return curves;
  }

  /** When resources began and ended, if there are few. */
  public TurnTimes turns() {
    return turnTimes;
  }

  public List<LiveGroup> liveGroups() {
    return liveGroups;
  }

  public long registrations() {
    return registrations;
  }

  public long unregistrations() {
    return unregistrations;
  }

  /** Whether both kinds of step that move a reference counter's sequence were recorded. */
  public boolean countsRecorded() {
    return retainsSeen && releasesSeen;
  }

  /** Checkpoints, earliest first. */
  public List<Checkpoint> checkpoints() {
    return checkpoints.stream()
        .sorted(Comparator.comparingLong(checkpoint -> checkpoint.moment().time()))
        .toList();
  }

  /** Whether totals count more releases since a check than are recorded. */
  public boolean lacksReleasesSince(LeakCheck check) {
    Totals last = lastTotals();
    if (last == null) {
      return false;
    }
    long counted = last.followedEnded() - check.totals().followedEnded();
    return counted
        > folded.endTimes().since(check.moment().time())
            + lives.values().stream()
                .map(Life::unregistered)
                .filter(end -> end != null && end.moment().time() >= check.moment().time())
                .count();
  }

  /** Whether the recording lacks the steps of some lives because they are not followed. */
  public boolean isPartial() {
    return unfollowed.seen() || totals().anyMatch(told -> told.totals().unfollowed() > 0);
  }

  /** Whether anything says what lived at some time; the checkpoint of a start does not. */
  public boolean hasWord() {
    return !checks.isEmpty()
        || checkpoints.stream().anyMatch(checkpoint -> checkpoint.phase() != Phase.START);
  }

  /** When something last began, ended or was counted, nanoseconds since 1970; 0 if nothing did. */
  public long lastHeard() {
    return Math.max(
        Math.max(0, latestTurn),
        checkpoints.stream().mapToLong(point -> point.moment().time()).max().orElse(0));
  }

  private record Told(long time, Totals totals) {}

  /** The latest exact totals. */
  public @Nullable Totals lastTotals() {
    return told().map(Told::totals).orElse(null);
  }

  /** Whether the latest exact totals were read after all that is recorded had begun and ended. */
  public boolean lastTotalsHaveAll() {
    return told().filter(told -> told.time() >= latestTurn).isPresent();
  }

  private Stream<Told> totals() {
    return Stream.concat(
        checks.all().stream().map(check -> new Told(check.moment().time(), check.totals())),
        checkpoints.stream().map(point -> new Told(point.moment().time(), point.totals())));
  }

  private Optional<Told> told() {
    return totals()
        .max(
            Comparator.comparingLong((Told told) -> told.totals().registered())
                .thenComparingLong(told -> told.totals().unregistered())
                .thenComparingLong(Told::time));
  }

  /**
   * The totals when the recording started; empty when it does not say. Only the first checkpoint
   * can tell: the start that follows another one is that of a further recording. Totals only grow,
   * so that the smallest are the first, whatever a damaged clock says.
   */
  public Optional<Totals> firstTotals() {
    return checkpoints.stream()
        .min(
            Comparator.comparingLong((Checkpoint point) -> point.totals().registered())
                .thenComparingLong(point -> point.totals().unregistered())
                .thenComparingLong(point -> point.moment().time()))
        .filter(checkpoint -> checkpoint.phase() == Phase.START)
        .map(Checkpoint::totals);
  }
}
