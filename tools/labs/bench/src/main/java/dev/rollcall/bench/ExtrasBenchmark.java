package dev.rollcall.bench;

import dev.rollcall.bench.peer.Resource;
import dev.rollcall.bench.peer.Rollcall;
import dev.rollcall.bench.peer.SizedRollcall;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Claim: to say how long resources may live costs at most 15 ns a life of those it is said of, and
 * nothing of the others. What bytes and labels cost is measured beside it.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {Forks.WARN, Forks.NO_SITES, Forks.MIN_HEAP, Forks.MAX_HEAP, Forks.TOUCHED})
public class ExtrasBenchmark {
  /** Nothing beside the count is asked for. */
  @Benchmark
  public Resource plain(Rollcall checker) {
    return checker.once();
  }

  /** It is said how long resources of this type may live; none lives so long. */
  @Benchmark
  @Fork(
      value = 1,
      jvmArgsAppend = {
        Forks.WARN,
        Forks.NO_SITES,
        Forks.MIN_HEAP,
        Forks.MAX_HEAP,
        Forks.TOUCHED,
        "-Drollcall.expect=dev.rollcall.bench.peer.Resource:600m"
      })
  public Resource expected(Rollcall checker) {
    return checker.once();
  }

  /** It is said of another type. */
  @Benchmark
  @Fork(
      value = 1,
      jvmArgsAppend = {
        Forks.WARN,
        Forks.NO_SITES,
        Forks.MIN_HEAP,
        Forks.MAX_HEAP,
        Forks.TOUCHED,
        "-Drollcall.expect=com.acme.Connection:30s,*Session:10m"
      })
  public Resource othersExpected(Rollcall checker) {
    return checker.once();
  }

  /** Each says how many bytes it holds. */
  @Benchmark
  public Resource sized(SizedRollcall checker) {
    return checker.once();
  }

  /** The program has labels. */
  @Benchmark
  @Fork(
      value = 1,
      jvmArgsAppend = {
        Forks.WARN,
        Forks.NO_SITES,
        Forks.MIN_HEAP,
        Forks.MAX_HEAP,
        Forks.TOUCHED,
        "-Drollcall.labels=service=shop,version=1.4"
      })
  public Resource labelled(Rollcall checker) {
    return checker.once();
  }
}
