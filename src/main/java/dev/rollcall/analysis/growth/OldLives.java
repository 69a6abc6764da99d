package dev.rollcall.analysis.growth;

import dev.rollcall.analysis.growth.Growth.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells the growth of a group by when those were registered that are open at the end. Normal flight
 * leaves young ones only, a pool that warmed up those of that time; what grows leaves some from all
 * of the time. The old ones are those that are older than an eighth of it.
 *
 * <p>If their number were in balance, an old one would be released as often as one becomes old. So
 * the sign test of any textbook says how likely so few releases are by chance: with none it is one
 * in two to the number of the open ones. A load that goes up and down does not matter, as long as
 * lives are shorter than an eighth of the time; where they are not, old ones are released.
 */
public final class OldLives {
  /** With no release, one in 256. */
  private static final int LIKELY = 8;

  /** With no release, one in 16,384. */
  private static final int SURE = 14;

  private static final long LEAST_NANOS = 60_000_000_000L;
  private static final int OLD = 8;
  private static final double NANOS_PER_MINUTE = 60e9;

  private final long start;
  private final long end;
  private final List<Long> open = new ArrayList<>();
  private long released;

  /** {@code start} and {@code end} of the time, nanoseconds since 1970. */
  public OldLives(long start, long end) {
    this.start = start;
    this.end = end;
  }

  /** How old an old one is at least, in nanoseconds. */
  public static long age(long start, long end) {
    return Math.max(0, end - start) / OLD;
  }

  /** Takes one that is open at the end. */
  public void addOpen(long registered) {
    if (registered >= start && registered < end - age(start, end)) {
      open.add(registered);
    }
  }

  /** Takes old ones that were released. */
  public void addReleased(long count) {
    released += count;
  }

  /** Whether some of the open ones are old. */
  public boolean isEmpty() {
    return open.isEmpty();
  }

  /** What that says of the group; empty where it does not grow, or where that cannot be told. */
  public Optional<Growth> growth(String type, String fingerprint) {
    long net = open.size() - released;
    if (end - start < LEAST_NANOS || released > open.size() / 4) {
      return Optional.empty();
    }
    double chance = chance(open.size(), released);
    if (chance > Math.pow(0.5, LIKELY) || !isSpread()) {
      return Optional.empty();
    }
    return Optional.of(
        new Growth(
            type,
            fingerprint,
            net * NANOS_PER_MINUTE / (end - age(start, end) - start),
            (end - start) / 1_000_000,
            chance <= Math.pow(0.5, SURE) ? Confidence.HIGH : Confidence.MEDIUM));
  }

  /** How likely it is that of fair coins no more than {@code few} show heads and others tails. */
  private static double chance(long many, long few) {
    long all = many + few;
    double ways = 1;
    double sum = 0;
    double each = -all * Math.log(2);
    for (long heads = 0; heads <= few; heads++) {
      sum += Math.exp(Math.log(ways) + each);
      ways = ways * (all - heads) / (heads + 1);
    }
    return sum;
  }

  /** Whether there are some of each third of the time, and towards the end not far fewer. */
  private boolean isSpread() {
    long[] thirds = new long[3];
    double third = (end - age(start, end) - start) / 3.0;
    for (long registered : open) {
      thirds[(int) Math.min(2, (registered - start) / third)]++;
    }
    double least = Math.max(1, open.size() / 10.0);
    return thirds[0] >= least
        && thirds[1] >= least
        && thirds[2] >= least
        && 3 * thirds[2] >= thirds[0];
  }
}
