package dev.rollcall.bench.peer;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Param;

/** The least that a complete checker with a recording has to do. */
public class BareEventsAndMap extends BareMap {
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

  @Override
  protected @Nullable Object enter(Resource resource) {
    super.enter(resource);
    EnterEvent.commit(resource);
    return null;
  }

  @Override
  protected void leave(Resource resource, @Nullable Object token) {
    super.leave(resource, token);
    LeaveEvent.commit(resource);
  }
}
