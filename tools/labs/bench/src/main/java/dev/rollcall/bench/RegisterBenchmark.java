package dev.rollcall.bench;

import dev.rollcall.bench.peer.BareMap;
import dev.rollcall.bench.peer.LockedMap;
import dev.rollcall.bench.peer.NettyPresence;
import dev.rollcall.bench.peer.Resource;
import dev.rollcall.bench.peer.Rollcall;
import dev.rollcall.bench.peer.RollcallInstance;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Claim: to register and to unregister, without sites and without a recording, costs little more
 * than to put into a map and to remove.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {Forks.WARN, Forks.NO_SITES, Forks.MIN_HEAP, Forks.MAX_HEAP, Forks.TOUCHED})
public class RegisterBenchmark {
  /** The global checker. */
  @Benchmark
  public Resource rollcall(Rollcall checker) {
    return checker.once();
  }

  /** A checker of its own. */
  @Benchmark
  public Resource rollcallInstance(RollcallInstance checker) {
    return checker.once();
  }

  /** The peer of the claim. */
  @Benchmark
  public Resource bareMap(BareMap map) {
    return map.once();
  }

  /** As gVisor does it. */
  @Benchmark
  public Resource lockedMap(LockedMap map) {
    return map.once();
  }

  /** Netty's deterministic detector without stacks: two counters, nothing about the resource. */
  @Benchmark
  public Resource nettyPresence(NettyPresence detector) {
    return detector.once();
  }
}
