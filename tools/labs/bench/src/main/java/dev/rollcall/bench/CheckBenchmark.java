package dev.rollcall.bench;

import dev.rollcall.LeakReport;
import dev.rollcall.bench.peer.LiveSet;
import dev.rollcall.bench.peer.Recorded;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Claim: a leak check of a million live resources takes less than a second. The report's text is
 * made, and given to a logger that prints nothing.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(
    value = 1,
    jvmArgsAppend = {Forks.MIN_HEAP, Forks.MAX_HEAP, Forks.TOUCHED, Forks.JFR, Forks.QUIET})
public class CheckBenchmark {
  /** One check; with a recording it commits an event for each leak. */
  @Benchmark
  public LeakReport rollcall(Recorded recorded, LiveSet set) {
    return set.checker().check();
  }
}
