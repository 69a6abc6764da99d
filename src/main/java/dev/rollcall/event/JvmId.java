package dev.rollcall.event;

import java.util.SplittableRandom;

/**
 * What tells this JVM from every other one: in containers process ids are alike, and replicas may
 * start in the same millisecond.
 */
final class JvmId {
  /**
   * Drawn when the first checkpoint is written, from two clocks; positive. A secure source would be
   * more than is needed here, and may have to wait.
   */
  static final long DRAWN = new SplittableRandom().nextLong(1, Long.MAX_VALUE);

  private JvmId() {}
}
