package dev.rollcall.analysis.finding;

import dev.rollcall.analysis.age.AgeRuling;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Open resources with one fingerprint: they lived when the recording ended, which is no leak. The
 * suspects are where their lives differ from those of released siblings.
 *
 * @param group what is known of them, as of leaked ones
 * @param ages their ages beside the lifetimes of released siblings
 */
public record OpenFinding(LeakFinding group, AgeRuling ages) {
  /** The order of reports: overdue ones first, usual ones last, then the largest first. */
  public static final Comparator<OpenFinding> MOST_TELLING_FIRST =
      Comparator.comparing((OpenFinding open) -> open.ages.verdict())
          .reversed()
          .thenComparing(OpenFinding::group, LeakFinding.LARGEST_FIRST);

  /**
   * The groups in the order of reports, with what they say of each other and nothing of groups that
   * are not among them.
   */
  public static List<OpenFinding> among(List<OpenFinding> groups) {
    Map<String, AgeRuling> ages = new HashMap<>();
    groups.forEach(open -> ages.put(open.fingerprint(), open.ages));
    return Ownership.among(groups.stream().map(OpenFinding::group).toList()).stream()
        .map(
            group ->
                new OpenFinding(group, ages.getOrDefault(group.fingerprint(), AgeRuling.UNKNOWN)))
        .sorted(MOST_TELLING_FIRST)
        .toList();
  }

  public String fingerprint() {
    return group.fingerprint();
  }

  public String type() {
    return group.type();
  }

  /** All of them, also those known by number only. */
  public long count() {
    return group.count();
  }

  /** Whether their ages are those of released siblings. */
  public boolean isUsual() {
    return ages.verdict() == AgeRuling.Verdict.USUAL;
  }

  /** Whether some of them are overdue. */
  public boolean isOverdue() {
    return ages.verdict() == AgeRuling.Verdict.OVERDUE;
  }
}
