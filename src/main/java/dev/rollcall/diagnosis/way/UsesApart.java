package dev.rollcall.diagnosis.way;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a way is compared with where uses are recorded of some lives only: a use is a difference
 * between two lives only if it would have been recorded of both. A way with uses is compared with
 * siblings that have them recorded, if there are enough; any other with all, as they look without.
 */
public final class UsesApart {
  /** Fewer say little of what siblings do. */
  private static final long ENOUGH = 3;

  private final Ways siblings;
  private final Ways withUses;
  private @Nullable Ways withoutUses;

  public UsesApart(Ways siblings) {
    this.siblings = siblings;
    this.withUses = siblings.whoseUsesAre(true);
  }

  private boolean isEnough() {
    return withUses.lives() >= ENOUGH || withUses.lives() == siblings.lives();
  }

  /** Whether a way is compared with its uses. */
  private boolean counts(Way way) {
    return way.uses() && isEnough();
  }

  /**
   * Lives as they are compared, and which they are, to be said after numbers.
   *
   * @param words what they are, beside others; empty where they are all
   */
  public record Part(Ways ways, String words) {}

  /** Leaked lives as they are compared: all alike, or those whose uses are recorded first. */
  public List<Part> parts(Ways leaked) {
    Ways with = leaked.whoseUsesAre(true);
    if (!isEnough() && with.lives() > 0) {
      return List.of(new Part(leaked.withoutUses(), " (uses aside)"));
    }
    return with.lives() == 0 || with.lives() == leaked.lives()
        ? List.of(new Part(leaked, ""))
        : List.of(
            new Part(with, " (of those whose uses are recorded)"),
            new Part(leaked.whoseUsesAre(false), " (of those whose uses are not recorded)"));
  }

  /** The siblings that a part is compared with, as they are compared. */
  public Ways siblings(Part part) {
    List<Ways.Count> ways = part.ways().commonestFirst();
    return ways.isEmpty() ? siblings : siblings(ways.get(0).way());
  }

  /** The way, as it is compared. */
  public Way comparable(Way way) {
    return counts(way) ? way : way.withoutUses();
  }

  /** Those of the leaked that are compared as a way of them is, as they are compared. */
  public Ways alike(Way way, Ways leaked) {
    return counts(way) ? leaked.whoseUsesAre(true) : leaked.withoutUses();
  }

  /** The siblings that a way is compared with, as they are compared. */
  public Ways siblings(Way way) {
    if (counts(way)) {
      return withUses;
    }
    Ways without = withoutUses == null ? siblings.withoutUses() : withoutUses;
    withoutUses = without;
    return without;
  }
}
