package dev.rollcall.analysis.life;

import dev.rollcall.recording.LifecycleEvent.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The lives that are not followed and that checks or checkpoints told of. Nothing tells of their
 * end: one that the latest checkpoints do not list any more is over, or counted with others, and
 * nothing more is asked of it. So those are forgotten, lest memory grow with every checkpoint.
 */
final class UnfollowedLives {
  /** More than one, for checkpoints may come in another order than that of their times. */
  private static final int CHECKPOINTS = 4;

  private final long few;
  private final Supplier<Predicate<Life>> forget;
  private final PriorityQueue<Long> checkpoints = new PriorityQueue<>();
  private List<Life> lives = new ArrayList<>();
  private long limit;
  private boolean seen;

  /**
   * {@code few}: so many are kept in any case; {@code forget}: what lets go of one, and says
   * whether it did; it is asked for when there are many.
   */
  UnfollowedLives(int few, Supplier<Predicate<Life>> forget) {
    this.few = few;
    this.limit = few;
    this.forget = forget;
  }

  /** Takes when a checkpoint was written that tells of such lives. */
  void add(Checkpoint checkpoint) {
    addCheckpoint(checkpoint.moment().time());
  }

  private void addCheckpoint(long time) {
    if (!checkpoints.contains(time)) {
      checkpoints.add(time);
      if (checkpoints.size() > CHECKPOINTS) {
        checkpoints.remove();
      }
    }
  }

  /** Takes a life that was found, if it is not followed. */
  void add(Life life) {
    if (!life.isUnfollowed()) {
      return;
    }
    seen = true;
    if (!life.isWatched()) {
      life.setWatched(true);
      lives.add(life);
      if (lives.size() > limit) {
        forgetOld();
      }
    }
  }

  private void forgetOld() {
    Long oldest = checkpoints.size() < CHECKPOINTS ? null : checkpoints.peek();
    Predicate<Life> letGo = forget.get();
    List<Life> kept = new ArrayList<>();
    for (Life life : lives) {
      boolean old = oldest != null && life.lastFound() <= oldest;
      if (life.isUnfollowed() && !(old && letGo.test(life))) {
        kept.add(life);
      }
    }
    lives = kept;
    // All that is looked through now is paid for by as many that are found before the next time.
    limit = lives.size() + Math.max(few, lives.size());
  }

  /** Takes over what another file tells; its lives come one by one. */
  void addAll(UnfollowedLives other) {
    seen |= other.seen;
    other.checkpoints.forEach(this::addCheckpoint);
  }

  /** Whether there were any. */
  boolean seen() {
    return seen;
  }
}
