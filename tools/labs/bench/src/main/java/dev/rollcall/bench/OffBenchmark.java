package dev.rollcall.bench;

import dev.rollcall.LeakChecker;
import dev.rollcall.bench.peer.Resource;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Claim: a checker that is off costs nothing. The resource does not escape from the method, so a
 * call that were not inlined to nothing would also show as an allocation.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class OffBenchmark {
  /** Not a constant. */
  public int number = 1;

  /** The same without the calls. */
  @Benchmark
  public int nothing() {
    return new Resource(number).number;
  }

  /** Register and unregister. */
  @Benchmark
  public int rollcall() {
    Resource resource = new Resource(number);
    LeakChecker.global().register(resource);
    LeakChecker.global().unregister(resource);
    return resource.number;
  }

  /** Every other call that a resource makes in its life. */
  @Benchmark
  public int rollcallSteps() {
    Resource resource = new Resource(number);
    LeakChecker.global().retained(resource, 2);
    LeakChecker.global().touch(resource, "handed over");
    LeakChecker.global().released(resource, 1);
    return resource.number;
  }
}
