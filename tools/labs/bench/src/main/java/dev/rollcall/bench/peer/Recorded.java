package dev.rollcall.bench.peer;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A recording that runs while something is measured, or none. */
@State(Scope.Benchmark)
public class Recorded {
  /** What is recorded. */
  public enum What {
    /** Nothing: JFR is not even started. */
    NOTHING,
    /** Events without their stacks. */
    EVENTS,
    /** Events with their stacks. */
    STACKS
  }

  /** What is recorded. */
  @Param({"NOTHING", "EVENTS", "STACKS"})
  public What recording = What.NOTHING;

  private @Nullable Recorder recorder;

  /** Whether something is recorded. */
  public boolean isOn() {
    return recorder != null;
  }

  /** The recording. */
  public @Nullable Recorder recorder() {
    return recorder;
  }

  /** Starts to record. */
  @Setup
  public void start() {
    if (recording != What.NOTHING) {
      recorder = Recorder.start(recording == What.STACKS);
    }
  }

  /** Ends the recording. */
  @TearDown
  public void stop() {
    Recorder.stop(recorder);
  }
}
