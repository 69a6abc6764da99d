package dev.rollcall.analysis.finding;

import java.util.List;

/**
 * What the recordings prove.
 *
 * @param open what still lived when the recordings ended; no leaks
 * @param byCollector what only cleaners and finalizers released; no leaks
 * @param settled whether a final check or checkpoint speaks wherever something was still open
 */
public record Findings(
    List<ReadRecording> recordings,
    FindingTotals totals,
    List<LeakFinding> groups,
    StillOpen open,
    List<MisuseFinding> misuses,
    List<CollectorFinding> byCollector,
    boolean settled) {
  public Findings {
    recordings = List.copyOf(recordings);
    groups = List.copyOf(groups);
    misuses = List.copyOf(misuses);
    byCollector = List.copyOf(byCollector);
  }

  /** The answer in one word. */
  public enum Outcome {
    /** Everything that was registered left. */
    CLEAN,
    /** Something leaked or was misused. */
    FOUND,
    /** Nothing was found, but the recordings cannot prove that there is nothing. */
    UNSURE
  }

  /** The answer in one word. */
  public Outcome outcome() {
    if (totals.leaked() > 0 || totals.misused() > 0) {
      return Outcome.FOUND;
    }
    return isSure() ? Outcome.CLEAN : Outcome.UNSURE;
  }

  /** Whether the recordings prove that there is nothing beyond what was found. */
  public boolean isSure() {
    return settled
        && totals.unknown() == 0
        && !recordings.isEmpty()
        && !isUnused()
        && recordings.stream().allMatch(ReadRecording::isComplete);
  }

  /**
   * Whether Rollcall was on and nothing was ever registered with it, in any of the recordings. That
   * is a mistake in the wiring rather than a clean program.
   */
  public boolean isUnused() {
    return totals.equals(FindingTotals.NONE)
        && !recordings.isEmpty()
        && recordings.stream().noneMatch(read -> read.lacks(Loss.Kind.NO_EVENTS));
  }

  /**
   * Whether nothing was ever registered as far as the recordings go, but one of them has no end, as
   * where the program crashed while it started. Then it tells nothing of the wiring.
   */
  public boolean isCutOff() {
    return isUnused() && recordings.stream().anyMatch(read -> read.lacks(Loss.Kind.UNFINISHED));
  }
}
