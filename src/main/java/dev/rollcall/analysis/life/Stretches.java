package dev.rollcall.analysis.life;

import dev.rollcall.recording.Recording;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * From when to when a JVM was recorded without a gap. What went on in a gap is not known: there
 * resources were released of which no file tells, and so nothing can be said of how many were.
 */
public final class Stretches {
  /** Chunks of one recording adjoin each other, but for the time that it takes to change files. */
  private static final long GAP = TimeUnit.SECONDS.toNanos(1);

  private final TreeMap<Long, Long> ends = new TreeMap<>();

  /** Those of some recordings of one JVM, in any order. */
  public Stretches(Collection<Recording> recordings) {
    List<Recording> inOrder =
        recordings.stream()
            .filter(recording -> recording.start() > 0)
            .sorted(Comparator.comparingLong(Recording::start))
            .toList();
    for (Recording recording : inOrder) {
      Map.Entry<Long, Long> last = ends.lastEntry();
      long begin =
          last == null || recording.start() > last.getValue() + GAP
              ? recording.start()
              : last.getKey();
      ends.merge(begin, recording.end(), Math::max);
    }
  }

  /** When that began in which a time lies; 0 where no recording tells. */
  public long since(long time) {
    Long begin = ends.floorKey(time);
    return begin == null ? 0 : begin;
  }
}
