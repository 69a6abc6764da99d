package dev.rollcall.gate.compare;

import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.common.SiteText;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.recording.Site;
import java.util.Comparator;
import java.util.List;

/**
 * What cannot be added up, and so is taken from one of two groups. Which one that is depends on
 * what they say, and neither on which comes first nor on what either was added up from: the one
 * that is greater in an order of all. So reports may be added up in any order and in any parts.
 */
final class Chosen {
  private static final Comparator<Site> MOST_FILES_FIRST =
      Comparator.comparing(Site::isUnknown)
          .thenComparing(Site::truncated)
          .thenComparingLong(site -> site.frames().stream().filter(Chosen::isWithoutFile).count())
          .thenComparing(site -> SiteText.print(site.frames()));

  private static final Comparator<List<Suspect>> SUREST_FIRST =
      Comparator.<List<Suspect>, Boolean>comparing(List::isEmpty)
          .thenComparing(
              suspects ->
                  suspects.stream()
                      .findFirst()
                      .map(Suspect::confidence)
                      .orElse(Suspect.Confidence.LOW));

  private static final Comparator<List<Suspect>> HIGHEST_SCORE_FIRST =
      Comparator.<List<Suspect>>comparingDouble(
              suspects -> suspects.stream().mapToDouble(Suspect::score).findFirst().orElse(0))
          .reversed()
          .thenComparing(List::toString);

  private static final Comparator<LeakFinding> LEAKS =
      Comparator.comparing(LeakFinding::suspects, SUREST_FIRST)
          .thenComparing(
              Comparator.comparingLong((LeakFinding one) -> one.contrast().tracks().leaked())
                  .reversed())
          .thenComparing(LeakFinding::suspects, HIGHEST_SCORE_FIRST)
          .thenComparing(one -> one.contrast().tracks().toString());

  private static final Comparator<MisuseFinding.Lives> MISUSED =
      Comparator.comparing(MisuseFinding.Lives::suspects, SUREST_FIRST)
          .thenComparing(Comparator.comparingLong(MisuseFinding.Lives::compared).reversed())
          .thenComparing(MisuseFinding.Lives::suspects, HIGHEST_SCORE_FIRST)
          .thenComparing(lives -> lives.differences().toString());

  private Chosen() {}

  /** Whose suspects are surer, and of these who compared more leaked lives. */
  static LeakFinding surer(LeakFinding one, LeakFinding other) {
    return LEAKS.compare(one, other) <= 0 ? one : other;
  }

  /** Likewise, of lives that were misused. */
  static MisuseFinding.Lives surer(MisuseFinding.Lives one, MisuseFinding.Lives other) {
    return MISUSED.compare(one, other) <= 0 ? one : other;
  }

  /** The site that is known, and of two the one that names more files. */
  static Site known(Site one, Site other) {
    return MOST_FILES_FIRST.compare(one, other) <= 0 ? one : other;
  }

  private static boolean isWithoutFile(StackTraceElement frame) {
    return frame.getFileName() == null;
  }
}
