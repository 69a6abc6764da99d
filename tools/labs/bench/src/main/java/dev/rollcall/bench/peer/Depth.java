package dev.rollcall.bench.peer;

import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Calls something with a stack of a certain depth, the frames of JMH included. */
@State(Scope.Benchmark)
public class Depth {
  /** Frames from the thread's first to the one in which a resource is registered. */
  @Param({"20", "60"})
  public int depth;

  private int calls;

  /** Runs where the stack is as deep as in a benchmark method. */
  @Setup
  public void measure() {
    int frames = new Throwable().getStackTrace().length;
    calls = depth - frames - 1;
    if (calls < 0) {
      throw new IllegalStateException(
          "JMH itself takes " + frames + " frames: use a greater depth than " + depth);
    }
  }

  /** One life at this depth. */
  public Object once(Lifecycle lifecycle) {
    return once(calls, lifecycle);
  }

  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private static Object once(int calls, Lifecycle lifecycle) {
    return calls == 0 ? lifecycle.once() : once(calls - 1, lifecycle);
  }
}
