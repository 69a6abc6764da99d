package dev.rollcall.bench;

import dev.rollcall.bench.peer.Depth;
import dev.rollcall.bench.peer.NettyDetector;
import dev.rollcall.bench.peer.NettyPresence;
import dev.rollcall.bench.peer.NettyRecords;
import dev.rollcall.bench.peer.Nothing;
import dev.rollcall.bench.peer.Rollcall;
import dev.rollcall.bench.peer.ThrowableMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Claim: to keep the site of each registration costs little more than the stack trace and a map,
 * and less than Netty's detector.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {Forks.WARN, Forks.MANY_SITES, Forks.MIN_HEAP, Forks.MAX_HEAP, Forks.TOUCHED})
public class SitesBenchmark {
  /** The global checker, with a site for each registration. */
  @Benchmark
  public Object rollcall(Depth depth, Rollcall checker) {
    return depth.once(checker);
  }

  /** The peer of the claim. */
  @Benchmark
  public Object throwableMap(Depth depth, ThrowableMap map) {
    return depth.once(map);
  }

  /** Netty's sampling detector: track and close. */
  @Benchmark
  public Object netty(Depth depth, NettyDetector detector) {
    return depth.once(detector);
  }

  /** Netty's sampling detector: track, record and close. */
  @Benchmark
  public Object nettyRecords(Depth depth, NettyRecords detector) {
    return depth.once(detector);
  }

  /** Netty's deterministic detector, told to keep the stack of each creation. */
  @Benchmark
  @Fork(
      value = 1,
      jvmArgsAppend = {NettyPresence.STACKS, Forks.MIN_HEAP, Forks.MAX_HEAP, Forks.TOUCHED})
  public Object nettyPresence(Depth depth, NettyPresence detector) {
    return depth.once(detector);
  }

  /** The recursion alone. */
  @Benchmark
  public Object nothing(Depth depth, Nothing nothing) {
    return depth.once(nothing);
  }
}
