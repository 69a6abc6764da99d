package dev.rollcall.analysis.verdict;

import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.analysis.life.Life;
import dev.rollcall.analysis.verdict.Ruling.Basis;
import dev.rollcall.recording.LifecycleEvent.LeakCheck;

/** Gives every life of one checker its verdict. */
public final class Judge {
  private final Ruling ruling;
  private final boolean dataLost;
  private final LostEnds lostEnds;
  private final boolean partial;

  /**
   * {@code dataLost}: events may be missing anywhere, so that silence proves nothing; {@code
   * partial}: whether there are lives that are not followed.
   */
  public Judge(Ruling ruling, boolean dataLost, LostEnds lostEnds, boolean partial) {
    this.ruling = ruling;
    this.dataLost = dataLost;
    this.lostEnds = lostEnds;
    this.partial = partial;
  }

  public Verdict verdict(Life life) {
    if (ruling.leaked().containsKey(life.resourceId())) {
      return Verdict.LEAKED;
    }
    if (life.isContradictory()) {
      return Verdict.UNKNOWN;
    }
    if (life.unregistered() != null || life.isOnlyMisused() || isGone(life)) {
      return life.isMisused() ? Verdict.MISUSED : Verdict.RELEASED;
    }
    LastCheckpoint checkpoint = ruling.checkpoint();
    if (checkpoint != null && checkpoint.ignores(life)) {
      return Verdict.IGNORED;
    }
    if (ruling.isFinal()) {
      return life.firstSeen() >= ruling.askedAt() ? Verdict.OPEN : Verdict.UNKNOWN;
    }
    boolean listed = checkpoint != null && checkpoint.lists(life);
    if (life.endsUnseen(partial)) {
      return listed && !lostEnds.endUnseen() ? Verdict.OPEN : Verdict.UNKNOWN;
    }
    return lostEnds.endLost() || (dataLost && !listed) ? Verdict.UNKNOWN : Verdict.OPEN;
  }

  /**
   * Whether a life of which it is not known what became of it is in the numbers of a later check or
   * checkpoint if it lives, so that nothing is unknown in all.
   */
  public boolean isCounted(Life life) {
    LastCheckpoint checkpoint = ruling.checkpoint();
    long asked = Long.MIN_VALUE;
    if (ruling.isFinal()) {
      asked = ruling.askedAt();
    } else if (checkpoint != null && !checkpoint.lists(life)) {
      asked = checkpoint.scanned();
    }
    return life.endsUnseen(partial) && lastHeard(life) < asked;
  }

  private static long lastHeard(Life life) {
    return Math.max(life.firstSeen(), life.lastFound());
  }

  /** Whether a resource without a recorded end is proven to have ended. */
  private boolean isGone(Life life) {
    LastCheckpoint checkpoint = ruling.checkpoint();
    boolean listed = checkpoint != null && checkpoint.lists(life);
    if (checkpoint != null
        && checkpoint.isComplete()
        && life.firstSeen() < checkpoint.scanned()
        && !listed) {
      return true;
    }
    LeakCheck check = ruling.check();
    // A check passes over ignored resources: only where there are none does it prove an end. One
    // that a checkpoint found since was registered after the check, whatever its time says.
    return ruling.basis() == Basis.FINAL_CHECK
        && check != null
        && ruling.unnamed() == 0
        && (check.totals().ignored() == 0 || (life.endsUnseen(partial) && life.isKnownNotIgnored()))
        && life.firstSeen() < check.moment().time()
        && !(checkpoint != null && listed && checkpoint.scanned() >= check.moment().time());
  }
}
