package dev.rollcall.analysis;

import java.util.List;

/**
 * The released siblings of a leak group: registered at the same place, with a recorded end.
 *
 * @param count all of them
 * @param ways the ways they went, commonest first; not all, if there are very many or very long
 *     ones
 */
public record Healthy(long count, List<Count> ways) {
  /** No healthy sibling is known. */
  public static final Healthy NONE = new Healthy(0, List.of());

  /** How many went a way. */
  public record Count(Way way, long times) {}

  public Healthy {
    ways = List.copyOf(ways);
  }
}
