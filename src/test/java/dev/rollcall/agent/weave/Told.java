package dev.rollcall.agent.weave;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stands for the bridge: what woven code has called, in its order. */
public final class Told {
  /** So far. */
  static final List<Call> CALLS = new ArrayList<>();

  private Told() {}

  /** A call of a hook. */
  record Call(@Nullable Object value, @Nullable Object self, int hook) {}

  /** What woven code calls. */
  public static void call(@Nullable Object value, @Nullable Object self, int hook) {
    CALLS.add(new Call(value, self, hook));
  }
}
