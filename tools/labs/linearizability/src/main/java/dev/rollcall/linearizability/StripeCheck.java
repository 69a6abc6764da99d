package dev.rollcall.linearizability;

import dev.rollcall.internal.live.StripeTable;

/** One stripe of the live map. */
public final class StripeCheck extends TableOperations {
  /** A stripe that is about to grow. */
  public StripeCheck() {
    super(new StripeTable());
  }
}
