package dev.rollcall.analysis.life;

import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Step;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import java.util.Arrays;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * The lives that are over and known from beginning to end, folded to what is still asked of them:
 * which they were, when a checkpoint had listed them, and how their healthy ends looked.
 *
 * <p>So the memory that a recording needs grows with what leaked or is incomplete, and not with the
 * number of its events.
 */
public final class FoldedLives {
  private final IdSet ids = new IdSet();
  private final IdSet contradicted = new IdSet();
  private final Fingerprints fingerprints;
  private final Siblings siblings = new Siblings();
  private final CollectorReleases byCollector = new CollectorReleases();
  private final MisusedLives misused = new MisusedLives();
  private final EndTimes endTimes = new EndTimes();
  private final Survivors survivors = new Survivors();
  private long[] listedAt = {};
  private int listed;
  private long unsteppedLives;
  private long unsteppedSteps;

  FoldedLives(Fingerprints fingerprints) {
    this.fingerprints = fingerprints;
  }

  public boolean contains(long resourceId) {
    return ids.contains(resourceId);
  }

  /** Folds a life; {@code missing} is how many steps its sequence tells of that nobody recorded. */
  void add(Life life, long missing) {
    ids.add(life.resourceId());
    LiveFound live = life.live();
    if (live != null) {
      addListed(live.moment().time());
    }
    survivors.add(life);
    if (life.unregistered() != null) {
      endTimes.add(life.unregistered().moment().time());
    }
    if (missing > 0) {
      unsteppedLives++;
      unsteppedSteps += missing;
    }
    if (life.isMisused()) {
      // It is nobody's healthy sibling, whoever released it.
      misused.add(life, fingerprints.of(life, null));
      return;
    }
    if (CollectorReleases.has(life)) {
      byCollector.add(life, fingerprints.of(life, null));
    } else {
      siblings.add(life, fingerprints.of(life, null));
    }
  }

  /** Takes a step of a life that is folded already: an end can be told only once. */
  void addLate(Step step) {
    if (step instanceof Registered || step instanceof Unregistered) {
      contradicted.add(step.resourceId());
    }
  }

  /** Takes what a checkpoint says of a life that is folded already. */
  void addLate(LiveFound live) {
    addListed(live.moment().time());
  }

  /** Takes what another file has of a life that is folded already. */
  void addLate(Life life) {
    if (life.registered() != null || life.unregistered() != null) {
      contradicted.add(life.resourceId());
    }
    if (life.live() != null) {
      addLate(life.live());
    }
  }

  private void addListed(long time) {
    if (listed == listedAt.length) {
      listedAt = Arrays.copyOf(listedAt, Math.max(16, listed * 2));
    }
    listedAt[listed++] = time;
  }

  /**
   * Whether those of a later chunk can be added, as if they had been folded here: nothing had been
   * told of them before. {@code lives}: those that are kept; {@code steps}: whether any steps were
   * seen, so that none would have been folded that lacks one.
   */
  boolean goesOnWith(FoldedLives later, Map<Long, Life> lives, boolean steps) {
    boolean known =
        lives.size() < later.ids.size()
            ? lives.keySet().stream().anyMatch(later::contains)
            : later.ids.anyMatch(lives::containsKey);
    return !known
        && !(steps && later.unsteppedLives > 0)
        && !ids.meets(later.ids)
        && endTimes.goesOnWith(later.endTimes)
        && survivors.goesOnWith(later.survivors);
  }

  void addAll(FoldedLives other) {
    ids.addAll(other.ids, contradicted::add);
    contradicted.addAll(other.contradicted, id -> {});
    siblings.addAll(other.siblings);
    byCollector.addAll(other.byCollector);
    misused.addAll(other.misused);
    other.forEachListed(this::addListed);
    endTimes.addAll(other.endTimes);
    survivors.addAll(other.survivors);
    unsteppedLives += other.unsteppedLives;
    unsteppedSteps += other.unsteppedSteps;
  }

  /** The times at which checkpoints listed lives that are folded. */
  public void forEachListed(LongConsumer consumer) {
    for (int i = 0; i < listed; i++) {
      consumer.accept(listedAt[i]);
    }
  }

  EndTimes endTimes() {
    return endTimes;
  }

  public Survivors survivors() {
    return survivors;
  }

  public Siblings siblings() {
    return siblings;
  }

  /** Those that a cleaner or finalizer ended; they are nobody's healthy siblings. */
  public CollectorReleases byCollector() {
    return byCollector;
  }

  /** Those that were misused. */
  public MisusedLives misused() {
    return misused;
  }

  /** How many lives were folded although steps of theirs were not recorded. */
  public long unsteppedLives() {
    return unsteppedLives;
  }

  /** How many steps those lacked. */
  public long unsteppedSteps() {
    return unsteppedSteps;
  }

  /** How many lives were told of again after their end. */
  public long contradicted() {
    return contradicted.size();
  }
}
