package dev.rollcall.bench;

import dev.rollcall.bench.peer.Depth;
import dev.rollcall.bench.peer.JettyPool;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** A peer: what it costs Jetty's buffer pool to track its buffers, above the pool itself. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {Forks.MIN_HEAP, Forks.MAX_HEAP, Forks.TOUCHED})
public class JettyBenchmark {
  /** Acquire and release. */
  @Benchmark
  public Object jetty(Depth depth, JettyPool pool) {
    return depth.once(pool);
  }
}
