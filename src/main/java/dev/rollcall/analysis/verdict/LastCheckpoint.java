package dev.rollcall.analysis.verdict;

import dev.rollcall.analysis.life.CheckerLog;
import dev.rollcall.analysis.life.Life;
import dev.rollcall.common.Phase;
import dev.rollcall.recording.LifecycleEvent.Checkpoint;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.LiveGroup;
import dev.rollcall.recording.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoint whose word stands, with what it wrote. A checkpoint commits its live resources and
 * groups first and its totals last, all on one thread, so what belongs to it lies in time between
 * the checkpoint before it and itself.
 *
 * @param scanned when it began to look at the live map, nanoseconds since 1970
 * @param seen how many of the live resources that it wrote are in the recording
 */
public record LastCheckpoint(
    Checkpoint event, long after, long scanned, long seen, List<LiveGroup> groups) {

  /** The last checkpoint of the JVM's exit if there is one, else that of the last chunk. */
  static @Nullable LastCheckpoint of(CheckerLog log) {
    List<Checkpoint> all = log.checkpoints();
    int index = last(all, Phase.EXIT);
    if (index < 0) {
      index = last(all, Phase.CHUNK);
    }
    if (index < 0) {
      // That of the start writes totals only.
      return null;
    }
    int before = index - 1;
    while (before >= 0 && all.get(before).phase() == Phase.START) {
      // One of a start may fall into the midst of another, on another thread.
      before--;
    }
    long after = before < 0 ? Long.MIN_VALUE : all.get(before).moment().time();
    return of(log, all.get(index), after);
  }

  /**
   * Whether the last chunk of a JVM's recordings has none, though they were to have some. Of a
   * chunk that is damaged or not finished that is known anyway.
   */
  public static boolean isMissing(List<CheckerLog> checkers, List<Recording> recordings) {
    long start = recordings.stream().mapToLong(Recording::lastChunk).max().orElse(0);
    return start > 0
        && recordings.stream().allMatch(recording -> recording.faults().isEmpty())
        && !EventSettings.isOff(EventSettings.CHECKPOINT, recordings)
        && checkers.stream()
            .flatMap(log -> log.checkpoints().stream())
            .filter(checkpoint -> checkpoint.phase() != Phase.START)
            .noneMatch(checkpoint -> checkpoint.moment().time() >= start);
  }

  private static int last(List<Checkpoint> checkpoints, Phase phase) {
    int index = checkpoints.size() - 1;
    while (index >= 0 && checkpoints.get(index).phase() != phase) {
      index--;
    }
    return index;
  }

  private static LastCheckpoint of(CheckerLog log, Checkpoint event, long after) {
    long scanned = event.scanned();
    long seen = 0;
    for (Life life : log.lives()) {
      LiveFound live = life.live();
      if (live != null && live.moment().time() > after) {
        seen++;
        scanned = Math.min(scanned, live.moment().time());
      }
    }
    Listed folded = new Listed(after);
    log.folded().forEachListed(folded);
    seen += folded.count;
    scanned = Math.min(scanned, folded.first);
    List<LiveGroup> groups = new ArrayList<>();
    for (LiveGroup group : log.liveGroups()) {
      long time = group.moment().time();
      if (time > after && time <= event.moment().time()) {
        groups.add(group);
        scanned = Math.min(scanned, time);
      }
    }
    return new LastCheckpoint(event, after, scanned, seen, List.copyOf(groups));
  }

  /** Counts what was written after a moment of lives that are folded. */
  private static final class Listed implements LongConsumer {
    private final long after;
    private long first = Long.MAX_VALUE;
    private long count;

    Listed(long after) {
      this.after = after;
    }

    @Override
    public void accept(long time) {
      if (time > after) {
        count++;
        first = Math.min(first, time);
      }
    }
  }

  boolean isExit() {
    return event.phase() == Phase.EXIT;
  }

  /** Whether it wrote the resource. */
  boolean lists(Life life) {
    LiveFound live = life.live();
    return live != null && live.moment().time() > after;
  }

  /** Whether it wrote the resource as a wanted immortal. */
  boolean ignores(Life life) {
    LiveFound live = life.live();
    return live != null && live.moment().time() > after && live.isIgnored();
  }

  /** Whether a resource that it does not list cannot have lived. */
  boolean isComplete() {
    return event.written() == event.totals().live() && seen >= event.written();
  }

  /** How many of the live resources that it wrote are not in the recording. */
  long missing() {
    return Math.max(0, event.written() - seen);
  }
}
