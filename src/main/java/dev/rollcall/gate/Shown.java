package dev.rollcall.gate;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.analysis.finding.StillOpen;
import java.util.List;

/**
 * Which findings a report lists. What it adds up and answers stays: a leak that is not listed has
 * leaked all the same.
 *
 * @param leakedAsked whether the leaked were asked for
 * @param openAsked whether what is open was asked for; of neither or both, both are listed
 * @param olderThanMillis of what is open only what is at least so old; 0 for all
 */
public record Shown(boolean leakedAsked, boolean openAsked, long olderThanMillis) {
  /** Everything, where nothing was asked for. */
  public static final Shown ALL = new Shown(false, false, 0);

  /** Whether leaks, misuses and what the collector released are listed. */
  public boolean leaked() {
    return leakedAsked || !openAsked;
  }

  /** Whether what is open is listed. */
  public boolean open() {
    return openAsked || !leakedAsked;
  }

  /** The report with what is open and not to be listed left out. */
  public Report apply(Report report) {
    Findings all = report.findings();
    Findings findings =
        new Findings(
            all.recordings(),
            all.totals(),
            all.groups(),
            open() ? oldEnough(all.open()) : StillOpen.NONE,
            all.misuses(),
            all.byCollector(),
            all.settled());
    return new Report(findings, report.suppressions(), report.known(), this, report.by());
  }

  private StillOpen oldEnough(StillOpen open) {
    if (olderThanMillis == 0) {
      return open;
    }
    List<OpenFinding> old =
        open.groups().stream()
            .filter(group -> group.ages().ages().oldestMillis() >= olderThanMillis)
            .toList();
    return new StillOpen(OpenFinding.among(old), open.growth(), open.overdue(), open.live());
  }

  /** What is listed of findings, as if there were nothing else. */
  Findings listed(Findings all) {
    if (leaked()) {
      return all;
    }
    Findings none = Parts.keep(all, List.of(), List.of());
    return new Findings(
        none.recordings(),
        none.totals().withoutLeaks(),
        none.groups(),
        none.open(),
        none.misuses(),
        List.of(),
        none.settled());
  }
}
