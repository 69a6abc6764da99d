package dev.rollcall.bench.peer;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Param;

/** The global checker while a flight recording takes its events. */
public class RecordedRollcall extends Rollcall {
  /** Whether the recording takes the stack of each event. */
  @Param({"false", "true"})
  public boolean stacks;

  private @Nullable Recorder recorder;

  @Override
  protected void begin() {
    recorder = Recorder.start(stacks);
  }

  @Override
  protected void end() {
    Recorder.stop(recorder);
  }
}
