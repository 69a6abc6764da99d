package dev.rollcall.analysis;

import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakFinding.Estimate;
import dev.rollcall.analysis.finding.LeakFinding.Estimate.Basis;
import dev.rollcall.analysis.finding.LeakFinding.Estimate.Share;
import dev.rollcall.analysis.life.Fingerprints;
import dev.rollcall.analysis.life.Siblings;
import dev.rollcall.common.Fingerprint;
import dev.rollcall.common.FrameKind;
import dev.rollcall.diagnosis.way.Ways;
import dev.rollcall.recording.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Estimates how resources that are not followed, and of which so only the type is known, divide
 * into the groups of that type: as those do that are followed. Which are followed is decided when
 * they are registered, by their type and the time alone, so of one second all sites have the same
 * chance.
 */
final class Estimates {
  private Estimates() {}

  /** The known group of a resource, and how many that are followed are of it. */
  private record Weight(String fingerprint, Site site, long count) {}

  /**
   * How a group whose site is not known divides; null for others, and where nothing tells.
   *
   * @param all the groups, leaked or open, of which it is one
   * @param siblings the released ones: where no group of the type is known, they tell
   */
  static @Nullable Estimate of(LeakFinding group, List<LeakFinding> all, Siblings siblings) {
    String type = Fingerprints.type(group.fingerprint());
    // Those that are followed and have no site are where they belong.
    long divided = group.count() - (group.held() + group.lost() - group.unfollowed());
    if (!group.fingerprint().equals(Fingerprint.unknown(type)) || divided <= 0) {
      return null;
    }
    List<Weight> alike = new ArrayList<>();
    for (LeakFinding other : all) {
      if (isKnown(other.fingerprint(), type) && other.followed() > 0) {
        alike.add(new Weight(other.fingerprint(), other.site(), other.followed()));
      }
    }
    if (!alike.isEmpty()) {
      return divide(Basis.ALIKE, divided, alike);
    }
    List<Weight> released = new ArrayList<>();
    siblings
        .byFingerprint()
        .forEach(
            (fingerprint, ways) -> {
              if (isKnown(fingerprint, type) && ways.lives() > 0) {
                released.add(new Weight(fingerprint, site(ways), ways.lives()));
              }
            });
    return released.isEmpty() ? null : divide(Basis.RELEASED, divided, released);
  }

  private static boolean isKnown(String fingerprint, String type) {
    return Fingerprints.type(fingerprint).equals(type)
        && !fingerprint.equals(Fingerprint.unknown(type));
  }

  private static Site site(Ways ways) {
    List<Ways.Count> counts = ways.commonestFirst();
    return counts.isEmpty() ? Site.NONE : counts.get(0).way().stops().get(0).site();
  }

  /** By the largest remainder, so that the shares add up. */
  private static Estimate divide(Basis basis, long all, List<Weight> weights) {
    long from = weights.stream().mapToLong(Weight::count).sum();
    Map<Weight, Long> shares = new TreeMap<>(Comparator.comparing(Weight::fingerprint));
    long left = all;
    for (Weight weight : weights) {
      long share = (long) Math.floor(exact(weight, all, from));
      shares.put(weight, share);
      left -= share;
    }
    List<Weight> byRemainder =
        weights.stream()
            .sorted(
                Comparator.comparingDouble((Weight weight) -> -(exact(weight, all, from) % 1.0))
                    .thenComparing(Weight::fingerprint))
            .toList();
    for (int i = 0; i < left; i++) {
      shares.merge(byRemainder.get(i % byRemainder.size()), 1L, Long::sum);
    }
    List<Share> told = new ArrayList<>();
    shares.forEach(
        (weight, count) -> {
          if (count > 0) {
            told.add(new Share(weight.fingerprint(), at(weight.site()), count));
          }
        });
    return new Estimate(basis, all, from, told);
  }

  private static double exact(Weight weight, long all, long from) {
    return (double) all * weight.count() / from;
  }

  /** The innermost frame of the program, or else the innermost. */
  private static @Nullable StackTraceElement at(Site site) {
    return site.frames().stream()
        .filter(FrameKind::isProgram)
        .findFirst()
        .orElse(site.isUnknown() ? null : site.frames().get(0));
  }
}
