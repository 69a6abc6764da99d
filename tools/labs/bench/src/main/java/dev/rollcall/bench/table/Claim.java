package dev.rollcall.bench.table;

import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table, for each cell that was measured of it: ours, a peer's, and what the ratio
 * of the two (or the difference) should be at most.
 *
 * @param kind how the two are compared
 * @param target what was promised; empty for a comparison without a promise
 */
record Claim(
    String text,
    Kind kind,
    Side ours,
    String peerText,
    @Nullable Side peer,
    OptionalDouble target) {

  /** How the result of a claim comes about. */
  enum Kind {
    /** Ours divided by the peer's. */
    RATIO,
    /** Ours less the peer's, in the unit of the benchmarks. */
    DIFFERENCE,
    /** Ours, in its own unit. */
    VALUE,
    /** Bytes that ours allocates. */
    ALLOCATION,
    /** How many times the work two threads do of one; the target is the least. */
    SCALING
  }

  /**
   * A benchmark with some parameters fixed, less another: a recursion, or a pool without tracking.
   */
  record Side(
      String benchmark,
      Map<String, String> fixed,
      @Nullable String lessBenchmark,
      Map<String, String> lessFixed) {

    static Side of(String benchmark, Map<String, String> fixed) {
      return new Side(benchmark, fixed, null, Map.of());
    }

    static Side of(String benchmark) {
      return of(benchmark, Map.of());
    }

    Side less(String other, Map<String, String> otherFixed) {
      return new Side(benchmark, fixed, other, otherFixed);
    }
  }

  static Claim ratio(String text, Side ours, String peerText, Side peer) {
    return new Claim(text, Kind.RATIO, ours, peerText, peer, OptionalDouble.empty());
  }

  static Claim value(String text, Kind kind, Side ours) {
    return new Claim(text, kind, ours, "", null, OptionalDouble.empty());
  }

  static Claim scaling(String text, Side ours) {
    return new Claim(
        text, Kind.SCALING, ours, "2 threads / 1 thread", null, OptionalDouble.empty());
  }

  static Claim difference(String text, Side ours, String peerText, Side peer) {
    return new Claim(text, Kind.DIFFERENCE, ours, peerText, peer, OptionalDouble.empty());
  }

  Claim atMost(double limit) {
    return new Claim(text, kind, ours, peerText, peer, OptionalDouble.of(limit));
  }

  /** For {@link Kind#SCALING}. */
  Claim atLeast(double limit) {
    return atMost(limit);
  }

  boolean isReached(double result) {
    return kind == Kind.SCALING
        ? result >= target.orElse(0)
        : result <= target.orElse(Double.MAX_VALUE);
  }

  /** The target as a reader sees it. */
  String targetText() {
    if (target.isEmpty()) {
      return "";
    }
    double limit = target.getAsDouble();
    return switch (kind) {
      case RATIO -> "≤ " + Numbers.round(limit);
      case DIFFERENCE -> "≤ " + Numbers.round(limit) + " ns";
      case VALUE -> "≤ " + Numbers.round(limit) + " ms";
      case ALLOCATION -> "0 B";
      case SCALING -> "≥ " + Numbers.round(limit);
    };
  }
}
