package dev.rollcall.bench;

import dev.rollcall.bench.peer.Counts;
import dev.rollcall.bench.peer.Recorded;
import dev.rollcall.bench.peer.StepEvent;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Claim: to retain and to release a {@link dev.rollcall.RefCounted} costs little more than two bare
 * atomic additions; with a recording, than those and two events.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {Forks.WARN, Forks.NO_SITES, Forks.JFR, Forks.QUIET})
public class RetainBenchmark {
  /** Each thread has a resource of its own. */
  @Benchmark
  public boolean rollcallOwn(Recorded recorded, Counts.Own own) {
    own.counted.retain();
    return own.counted.release();
  }

  /** The peer of it. */
  @Benchmark
  public long bareOwn(Recorded recorded, Counts.Own own) {
    long before = own.bare.retain();
    if (recorded.isOn()) {
      StepEvent.commit(own.bare, before + 1, null);
    }
    before = own.bare.release();
    if (recorded.isOn()) {
      StepEvent.commit(own.bare, before - 1, null);
    }
    return before;
  }

  /** All threads share one resource. */
  @Benchmark
  public boolean rollcallShared(Recorded recorded, Counts.Shared shared) {
    shared.counted.retain();
    return shared.counted.release();
  }

  /** The peer of it. */
  @Benchmark
  public long bareShared(Recorded recorded, Counts.Shared shared) {
    long before = shared.bare.retain();
    if (recorded.isOn()) {
      StepEvent.commit(shared.bare, before + 1, null);
    }
    before = shared.bare.release();
    if (recorded.isOn()) {
      StepEvent.commit(shared.bare, before - 1, null);
    }
    return before;
  }
}
