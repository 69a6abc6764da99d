package dev.rollcall.bench;

import dev.rollcall.LeakChecker;
import dev.rollcall.bench.peer.Counts;
import dev.rollcall.bench.peer.Recorded;
import dev.rollcall.bench.peer.Resource;
import dev.rollcall.bench.peer.StepEvent;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import io.netty.util.ResourceLeakTracker;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Claim: a touch is one check without a recording, and little more than one event with it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {Forks.WARN, Forks.NO_SITES, Forks.JFR, Forks.QUIET})
public class TouchBenchmark {
  private static final String NOTE = "handed over";

  /** A registered resource without a count of its own. */
  @State(Scope.Thread)
  public static class Plain {
    final Resource resource = new Resource(1);

    /** Registers it. */
    @Setup
    public void register() {
      LeakChecker.global().register(resource);
    }

    /** Unregisters it. */
    @TearDown
    public void unregister() {
      LeakChecker.global().unregister(resource);
    }
  }

  /** A resource that Netty tracks. */
  @State(Scope.Thread)
  public static class Tracked {
    final Resource resource = new Resource(1);
    final ResourceLeakTracker<Resource> tracker = track(resource);

    private static ResourceLeakTracker<Resource> track(Resource resource) {
      ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
      return Objects.requireNonNull(
          ResourceLeakDetectorFactory.instance()
              .newResourceLeakDetector(Resource.class)
              .track(resource));
    }

    /** Ends it. */
    @TearDown
    public void close() {
      tracker.close(resource);
    }
  }

  /** The caller's own count gives the sequence. */
  @Benchmark
  public void rollcallCounted(Recorded recorded, Counts.Own own) {
    own.counted.touch(NOTE);
  }

  /** The live entry gives the sequence. */
  @Benchmark
  public void rollcallPlain(Recorded recorded, Plain plain) {
    LeakChecker.global().touch(plain.resource, NOTE);
  }

  /** The peer: an addition and an event, or nothing. */
  @Benchmark
  public void bareEvent(Recorded recorded, Counts.Own own) {
    if (recorded.isOn()) {
      StepEvent.commit(own.bare, own.bare.retain(), NOTE);
    }
  }

  /** Netty's touch, which keeps a stack in the heap. */
  @Benchmark
  public void nettyRecord(Tracked tracked) {
    tracked.tracker.record(NOTE);
  }
}
