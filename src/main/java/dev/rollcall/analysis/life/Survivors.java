package dev.rollcall.analysis.life;

import dev.rollcall.recording.LifecycleEvent.Checkpoint;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Lives that are folded and that the last checkpoint counted without writing them, by type: they
 * were among those beyond its cap, and ended since. The latest are remembered, for a checkpoint
 * that comes late or from another file.
 */
public final class Survivors {
  private static final int LATEST = 1 << 15;

  /** What is asked of a life; {@code listed} is when a checkpoint last wrote it. */
  private record Over(String type, long began, long ended, long listed) {
    /** Whether a checkpoint counted it without writing it. */
    boolean survived(Checkpoint checkpoint) {
      return ended >= checkpoint.scanned()
          && began < checkpoint.moment().time()
          && listed < checkpoint.scanned();
    }
  }

  private final Queue<Over> latest = new ArrayDeque<>();
  private final Map<String, Long> byType = new HashMap<>();
  private @Nullable Checkpoint last;

  /** When the earliest of those began that are not remembered any more. */
  private long forgotten = Long.MAX_VALUE;

  /** Takes a checkpoint that looked at the live map; a later one begins anew. */
  void add(Checkpoint checkpoint) {
    if (isLater(checkpoint)) {
      last = checkpoint;
      byType.clear();
      latest.forEach(this::count);
    }
  }

  private boolean isLater(Checkpoint checkpoint) {
    return last == null || checkpoint.moment().time() > last.moment().time();
  }

  /** Takes a life that is over. */
  void add(Life life) {
    Unregistered end = life.unregistered();
    LiveFound live = life.live();
    if (end != null) {
      Over over =
          new Over(
              life.type(),
              life.firstSeen(),
              end.moment().time(),
              live == null ? Long.MIN_VALUE : live.moment().time());
      count(over);
      remember(over);
    }
  }

  private void count(Over over) {
    if (last != null && over.survived(last)) {
      byType.merge(over.type, 1L, Long::sum);
    }
  }

  private void remember(Over over) {
    latest.add(over);
    if (latest.size() > LATEST) {
      forgotten = Math.min(forgotten, latest.remove().began);
    }
  }

  /** Whether another one, which is of later lives, remembers all that is counted here. */
  boolean goesOnWith(Survivors other) {
    return last == null
        || (other.last != null && other.isLaterThan(last))
        || other.forgotten >= last.moment().time();
  }

  private boolean isLaterThan(Checkpoint checkpoint) {
    return last != null && last.moment().time() > checkpoint.moment().time();
  }

  void addAll(Survivors other) {
    if (other.last != null) {
      add(other.last);
    }
    if (last != null && last.equals(other.last)) {
      other.byType.forEach((type, count) -> byType.merge(type, count, Long::sum));
    } else {
      other.latest.forEach(this::count);
    }
    other.latest.forEach(this::remember);
    forgotten = Math.min(forgotten, other.forgotten);
  }

  public Map<String, Long> byType() {
    return byType;
  }
}
