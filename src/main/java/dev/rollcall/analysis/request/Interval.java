package dev.rollcall.analysis.request;

import dev.rollcall.recording.Request.Role;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a thread was at a piece of work.
 *
 * @param end the last moment of it
 * @param work what it was; null for a scope, whose span says it
 * @param spanId the span that it is, or is a scope of
 * @param example what finds it in other tools
 */
record Interval(
    long begin,
    long end,
    Role role,
    @Nullable Work work,
    @Nullable String spanId,
    @Nullable String example) {
  /** The outer of two before the inner. */
  static final Comparator<Interval> OUTER_FIRST =
      Comparator.comparingLong(Interval::begin)
          .thenComparing(Comparator.comparingLong(Interval::end).reversed());

  /** Whether it is the scope of no span: whoever opened it has left the request. */
  boolean isOfNone() {
    return role == Role.SCOPE && (spanId == null || spanId.chars().allMatch(c -> c == '0'));
  }
}
