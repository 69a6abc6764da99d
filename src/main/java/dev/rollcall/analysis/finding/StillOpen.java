package dev.rollcall.analysis.finding;

import dev.rollcall.analysis.age.OverdueNotice;
import dev.rollcall.analysis.growth.Growth;
import dev.rollcall.analysis.growth.LiveOverTime;
import java.util.List;

/**
 * What lived when the recordings ended, and how that changes: none of it is a leak.
 *
 * @param groups open resources by fingerprint, in the order of reports
 * @param growth what grows, the fastest first
 * @param overdue what the program itself found older than it allows, in the order of reports; some
 *     of it may have been released since
 * @param live how many lived over time, leaked ones among them
 */
public record StillOpen(
    List<OpenFinding> groups, List<Growth> growth, List<OverdueNotice> overdue, LiveOverTime live) {
  /** Nothing. */
  public static final StillOpen NONE = new StillOpen(List.of(), List.of(), List.of());

  /** What is known of the end alone. */
  public StillOpen(List<OpenFinding> groups, List<Growth> growth, List<OverdueNotice> overdue) {
    this(groups, growth, overdue, LiveOverTime.NONE);
  }

  public StillOpen {
    groups = List.copyOf(groups);
    growth = List.copyOf(growth);
    overdue = List.copyOf(overdue);
  }

  /** Whether something was overdue, by what the program allows or by how old siblings became. */
  public boolean hasOverdue() {
    return !overdue.isEmpty() || groups.stream().anyMatch(OpenFinding::isOverdue);
  }
}
