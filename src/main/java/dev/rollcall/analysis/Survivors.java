package dev.rollcall.analysis;

import dev.rollcall.recording.LifecycleEvent.Checkpoint;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lives that are folded and that the last checkpoint counted without writing them, by type: they
 * were among those beyond its cap, and ended since.
 */
final class Survivors {
  private final Map<String, Long> byType = new HashMap<>();
  private @Nullable Checkpoint last;

  /** Takes a checkpoint that looked at the live map; a later one begins anew. */
  void add(Checkpoint checkpoint) {
    if (last == null || checkpoint.moment().time() > last.moment().time()) {
      last = checkpoint;
      byType.clear();
    }
  }

  /** Takes a life that is over. */
  void add(Life life) {
    Unregistered end = life.unregistered();
    LiveFound live = life.live();
    if (last != null
        && end != null
        && end.moment().time() >= last.scanned()
        && life.firstSeen() < last.moment().time()
        && (live == null || live.moment().time() < last.scanned())) {
      byType.merge(life.type(), 1L, Long::sum);
    }
  }

  void addAll(Survivors other) {
    Checkpoint theirs = other.last;
    if (theirs != null) {
      add(theirs);
      if (theirs.equals(last)) {
        other.byType.forEach((type, count) -> byType.merge(type, count, Long::sum));
      }
    }
  }

  Map<String, Long> byType() {
    return byType;
  }
}
