package dev.rollcall.gate.compare;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.growth.Growth;
import dev.rollcall.analysis.growth.Growth.Confidence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fast an open group grew from one report of a JVM to a later one. Two counts cannot tell
 * growth from a swing of the load: how sure it is that it grows says the later report, if it says
 * so.
 *
 * @param perMinute by how many it grew a minute, between the ends of the recordings
 * @param confidence how sure it is that the group grows; {@code null} where that cannot be told
 */
public record Pace(Change change, double perMinute, @Nullable Confidence confidence) {
  private static final double NANOS_PER_MINUTE = 60e9;

  /** Of open groups that grew; none where the findings are not of one JVM, the later ones later. */
  static List<Pace> of(Findings before, Findings after, List<Change> open) {
    double minutes = (end(after) - end(before)) / NANOS_PER_MINUTE;
    if (minutes <= 0 || !Identity.areOfOneJvm(before, after)) {
      return List.of();
    }
    List<Pace> all = new ArrayList<>();
    for (Change change : open) {
      all.add(
          new Pace(
              change,
              (change.after() - change.before()) / minutes,
              confidence(change.key().fingerprint(), after.open().growth())));
    }
    return all;
  }

  private static long end(Findings findings) {
    return findings.recordings().stream().mapToLong(read -> read.recording().end()).max().orElse(0);
  }

  private static @Nullable Confidence confidence(String fingerprint, List<Growth> growth) {
    for (Growth one : growth) {
      if (fingerprint.equals(one.fingerprint())) {
        return one.confidence();
      }
    }
    return null;
  }
}
