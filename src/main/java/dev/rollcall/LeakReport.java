package dev.rollcall;

import java.time.Instant;
import java.util.List;

/**
 * What a leak check found. An immutable value; the same leaks give the same groups in the same
 * order, the largest group first, and last those that leaked with their owners only.
 *
 * @param checkerId the checker; 0 is the global one
 * @param checkId serial number of the check, unique in its JVM
 * @param time when the roll was called
 * @param registered how many resources had been registered since the checker was made
 * @param unregistered how many of them had been unregistered
 * @param ignored wanted immortals that were live; they are no leaks
 * @param leaked live resources that are not ignored
 * @param misuses how often resources had been misused
 * @param sitesKnown for how many of the leaked the site of registration is known
 * @param groups the leaked resources by fingerprint
 * @param byCollector what cleaners and finalizers have released, the largest group first
 */
public record LeakReport(
    int checkerId,
    int checkId,
    Instant time,
    long registered,
    long unregistered,
    long ignored,
    long leaked,
    long misuses,
    long sitesKnown,
    List<LeakGroup> groups,
    List<CollectorRelease> byCollector) {

  /** Copies the lists. */
  public LeakReport {
    groups = List.copyOf(groups);
    byCollector = List.copyOf(byCollector);
  }

  /** How many of the leaked belong to an owner that leaked, too. */
  public long indirect() {
    return groups.stream().mapToLong(LeakGroup::indirect).sum();
  }

  /** Whether nothing has leaked. Misuse is counted apart. */
  public boolean isClean() {
    return leaked == 0;
  }

  /**
   * Returns this report if it is clean.
   *
   * @throws LeakError if something has leaked
   */
  public LeakReport orThrow() {
    if (!isClean()) {
      throw new LeakError(this);
    }
    return this;
  }

  /** The totals in one line. */
  public String headline() {
    return ReportText.headline(this);
  }

  /** The whole report, readable by a person; several lines if something has leaked. */
  @Override
  public String toString() {
    return ReportText.of(this);
  }
}
