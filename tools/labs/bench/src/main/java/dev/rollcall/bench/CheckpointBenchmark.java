package dev.rollcall.bench;

import dev.rollcall.bench.peer.LiveSet;
import dev.rollcall.bench.peer.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Claim: the checkpoint at the end of a chunk is a bounded pause. It cannot be seen from outside
 * alone: what the dump of a running recording takes above the same dump with nothing live is the
 * cost of all the checkpoints that one dump asks for.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(
    value = 1,
    jvmArgsAppend = {Forks.MIN_HEAP, Forks.MAX_HEAP, Forks.TOUCHED, Forks.JFR, Forks.QUIET})
public class CheckpointBenchmark {
  /** A running recording, started after the live set was made; a fresh one for each dump. */
  @State(Scope.Benchmark)
  public static class Running {
    private @Nullable Recorder recorder;
    private Path file = Path.of("");

    /** Starts to record, once there are live resources. */
    @Setup(Level.Iteration)
    public void start(LiveSet set) throws IOException {
      file = Files.createTempFile("rollcall-dump", ".jfr");
      recorder = Recorder.start(false);
    }

    /** Deletes what was recorded. */
    @TearDown(Level.Iteration)
    public void stop() throws IOException {
      Recorder.stop(recorder);
      Files.deleteIfExists(file);
    }
  }

  /** Dumps the recording. */
  @Benchmark
  public long rollcall(Running running) throws IOException {
    if (running.recorder != null) {
      running.recorder.dump(running.file);
    }
    return Files.size(running.file);
  }
}
