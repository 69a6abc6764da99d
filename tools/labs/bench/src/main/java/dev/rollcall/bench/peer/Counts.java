package dev.rollcall.bench.peer;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The counted things: one pair for each thread, or one for all. */
public final class Counts {
  private Counts() {}

  /** Nobody else uses these. */
  @State(Scope.Thread)
  public static class Own {
    /** Rollcall's. */
    public final Counted counted = new Counted();

    /** The peer. */
    public final BareCount bare = new BareCount();

    /** Gives back what the constructor made. */
    @TearDown
    public void release() {
      counted.release();
    }
  }

  /** All threads use these. */
  @State(Scope.Benchmark)
  public static class Shared {
    /** Rollcall's. */
    public final Counted counted = new Counted();

    /** The peer. */
    public final BareCount bare = new BareCount();

    /** Gives back what the constructor made. */
    @TearDown
    public void release() {
      counted.release();
    }
  }
}
