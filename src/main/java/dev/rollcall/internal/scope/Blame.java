package dev.rollcall.internal.scope;

import java.util.List;

/**
 * Who is blamed for a registration or a misuse.
 *
 * @param scope who is to tell of it
 * @param candidates which scopes may have caused it, where that is not known; empty where it is
 *     {@code scope} for certain
 * @param ofParallelTests whether several of them were running at that time
 */
public record Blame(Scope scope, List<Scope> candidates, boolean ofParallelTests) {
  /** Blames a scope for certain. */
  static Blame certain(Scope scope) {
    return new Blame(scope, List.of(), false);
  }

  /** Whether {@code scope} has caused it for certain. */
  public boolean isCertain() {
    return candidates.isEmpty();
  }
}
