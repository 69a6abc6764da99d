package dev.rollcall.bench;

import dev.rollcall.bench.peer.BareEvents;
import dev.rollcall.bench.peer.BareEventsAndMap;
import dev.rollcall.bench.peer.Depth;
import dev.rollcall.bench.peer.RecordedRollcall;
import dev.rollcall.bench.peer.RecordedSizedRollcall;
import dev.rollcall.bench.peer.TouchedRollcall;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Claim: with a recording, to register and to unregister cost little more than two events and a
 * map. The checker keeps no sites of its own here, so that both sides do the same.
 *
 * <p>It warms up longer than others: on two processors the compiler has a thread of the benchmark
 * against it, and takes seconds for the code that JFR generates.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 7, time = 1)
@Measurement(iterations = 7, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {
      Forks.WARN,
      Forks.NO_SITES,
      Forks.MIN_HEAP,
      Forks.MAX_HEAP,
      Forks.TOUCHED,
      Forks.JFR,
      Forks.QUIET
    })
public class RecordingBenchmark {
  /** The global checker. */
  @Benchmark
  public Object rollcall(Depth depth, RecordedRollcall checker) {
    return depth.once(checker);
  }

  /** The same with the bytes of each resource. */
  @Benchmark
  public Object rollcallSized(Depth depth, RecordedSizedRollcall checker) {
    return depth.once(checker);
  }

  /** The peer of the claim. */
  @Benchmark
  public Object bareEventsAndMap(Depth depth, BareEventsAndMap events) {
    return depth.once(events);
  }

  /** The events alone. */
  @Benchmark
  public Object bareEvents(Depth depth, BareEvents events) {
    return depth.once(events);
  }

  /** Register, touch and unregister: the history that Netty's records hold, in the recording. */
  @Benchmark
  public Object rollcallHistory(Depth depth, TouchedRollcall checker) {
    return depth.once(checker);
  }
}
