package dev.rollcall.analysis.life;

import dev.rollcall.recording.Site;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the resources that others name as their owners, when their own lives are folded:
 * where they ended, and how many of what they owned was released.
 *
 * <p>Where more are named than the kept lives do, the others are dropped: so memory grows with
 * those and not with the number of owners there ever were.
 */
public final class Owners {
  private static final int FEW = 1 << 12;

  /** So many are kept of a part, at most. */
  private static final int MANY = 1 << 17;

  /** What is remembered of an owner. */
  private static final class Memory {
    private String type = "";
    private @Nullable Site end;
    private long released;
  }

  private final Map<Long, Memory> named = new HashMap<>();
  private final int few;

  /** The lives of a part that are folded: others may be kept elsewhere. Null of a whole log. */
  private final @Nullable LongPredicate over;

  private int limit;
  private boolean tooMany;

  private Owners(int few, @Nullable LongPredicate over) {
    this.few = few;
    this.limit = few;
    this.over = over;
  }

  Owners() {
    this(FEW);
  }

  /** {@code few}: so many owners are kept in any case. */
  Owners(int few) {
    this(few, null);
  }

  /** Those of a part, of which only what is {@code over} is known to be kept nowhere. */
  static Owners ofPart(LongPredicate over) {
    return new Owners(FEW, over);
  }

  /**
   * Takes who owns a resource or has a reference, as an event says it; 0 where it names nobody.
   * {@code kept} are the lives that are not folded.
   */
  void add(long ownerId, Map<Long, Life> kept) {
    if (ownerId != 0 && !tooMany) {
      memory(ownerId);
      bound(kept);
    }
  }

  /** Drops what nobody asks for, where there is much; {@code kept}: as above. */
  void bound(Map<Long, Life> kept) {
    if (named.size() > limit) {
      drop(kept);
    }
  }

  private Memory memory(long ownerId) {
    return named.computeIfAbsent(ownerId, id -> new Memory());
  }

  private void drop(Map<Long, Life> kept) {
    Set<Long> wanted = new HashSet<>();
    kept.values().forEach(life -> life.forEachOwner(wanted::add));
    named
        .keySet()
        .removeIf(
            id -> !wanted.contains(id) && !kept.containsKey(id) && (over == null || over.test(id)));
    if (over != null && named.size() > MANY) {
      tooMany = true;
      named.clear();
    }
    // All that is looked through now is paid for by as many that are named before the next time.
    limit = named.size() + Math.max(few, Math.max(named.size(), kept.size()));
  }

  /** Takes a life that is being folded: it may be an owner's, and may have had an owner. */
  void addEnded(Life life) {
    Memory own = named.get(life.resourceId());
    if (own != null) {
      own.type = life.type();
      own.end = life.endSite();
    }
    Memory owner = life.ownerId() == 0 ? null : named.get(life.ownerId());
    if (owner != null) {
      owner.released++;
    }
  }

  /** Takes a life that is let go of without its end: it may be an owner's. */
  void addForgotten(Life life) {
    Memory own = named.get(life.resourceId());
    if (own != null) {
      own.type = life.type();
    }
  }

  /**
   * Whether what a later chunk has can be added; {@code folded}: the lives that are folded there.
   */
  boolean goesOnWith(Owners later, LongPredicate folded) {
    return !later.tooMany && named.keySet().stream().noneMatch(folded::test);
  }

  /** Takes what another file or chunk has; then it may hold more than the kept lives need. */
  void addAll(Owners other) {
    other.named.forEach(
        (id, theirs) -> {
          Memory ours = memory(id);
          if (!theirs.type.isEmpty()) {
            ours.type = theirs.type;
          }
          if (theirs.end != null) {
            ours.end = theirs.end;
          }
          ours.released += theirs.released;
        });
  }

  /** How many owners are kept. */
  int size() {
    return named.size();
  }

  /** The type of an owner whose life is folded; empty where it is not known. */
  public String type(long ownerId) {
    Memory memory = named.get(ownerId);
    return memory == null ? "" : memory.type;
  }

  /** Where an owner ended whose life is folded; null where that is not known. */
  public @Nullable Site end(long ownerId) {
    Memory memory = named.get(ownerId);
    return memory == null ? null : memory.end;
  }

  /** How many resources of an owner were released and are folded. */
  public long released(long ownerId) {
    Memory memory = named.get(ownerId);
    return memory == null ? 0 : memory.released;
  }
}
