package dev.rollcall.analysis.finding;

import dev.rollcall.analysis.growth.Growth;
import java.util.List;

/**
 * What lived when the recordings ended, and how that changes: none of it is a leak.
 *
 * @param groups open resources by fingerprint, in the order of reports
 * @param growth what grows, the fastest first
 */
public record StillOpen(List<OpenFinding> groups, List<Growth> growth) {
  /** Nothing. */
  public static final StillOpen NONE = new StillOpen(List.of(), List.of());

  public StillOpen {
    groups = List.copyOf(groups);
    growth = List.copyOf(growth);
  }
}
