package dev.rollcall.analysis;

import dev.rollcall.analysis.life.CheckerLog;
import dev.rollcall.analysis.life.Life;
import dev.rollcall.common.Roots;
import dev.rollcall.diagnosis.way.Owner;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import dev.rollcall.recording.Site;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a recording says of the owners in one checker, whether their lives are folded or not. */
public final class OwnerLookup {
  private final CheckerLog log;

  /** How many resources of an owner were released and are kept whole. */
  private final Map<Long, Long> released = new HashMap<>();

  public OwnerLookup(CheckerLog log) {
    this.log = log;
    for (Life life : log.lives()) {
      if (life.ownerId() != 0 && life.isBracketed()) {
        released.merge(life.ownerId(), 1L, Long::sum);
      }
    }
  }

  /** The type of an owner; empty where it is not known. */
  String type(long ownerId) {
    Life life = log.find(ownerId);
    return life == null ? log.owners().type(ownerId) : life.type();
  }

  /** What became of an owner. */
  public Owner of(long ownerId) {
    return new Owner(type(ownerId), end(ownerId));
  }

  private @Nullable Site end(long ownerId) {
    Life life = log.find(ownerId);
    if (life == null) {
      return log.owners().end(ownerId);
    }
    Unregistered end = life.unregistered();
    return end == null || life.isContradictory() ? null : end.moment().site();
  }

  /** How many resources of an owner were released. */
  public long released(long ownerId) {
    return log.owners().released(ownerId) + released.getOrDefault(ownerId, 0L);
  }

  /** For each leaked resource the one at which its chain of leaked owners ends; perhaps itself. */
  Map<Long, Long> roots(Collection<Long> leaked) {
    long[] ids = leaked.stream().mapToLong(Long::longValue).sorted().toArray();
    long[] owners = Arrays.stream(ids).map(this::ownerId).toArray();
    int[] places = Roots.of(ids, owners);
    Map<Long, Long> roots = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      roots.put(ids[i], ids[places[i]]);
    }
    return roots;
  }

  private long ownerId(long resourceId) {
    Life life = log.find(resourceId);
    return life == null ? 0 : life.ownerId();
  }
}
