package dev.rollcall.event;

import dev.rollcall.event.EventDoor.Callbacks;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/** Waits for the flight recorder, then registers the events and opens the door. */
final class RecorderListener implements FlightRecorderListener {
  private final Callbacks callbacks;
  private final AtomicBoolean initialized = new AtomicBoolean();

  private RecorderListener(Callbacks callbacks) {
    this.callbacks = callbacks;
  }

  static void install(Callbacks callbacks) {
    FlightRecorder.addListener(new RecorderListener(callbacks));
  }

  /** Called by JFR when it starts, or at once when it had started before us. */
  @Override
  public void recorderInitialized(FlightRecorder recorder) {
    if (!initialized.compareAndSet(false, true)) {
      return;
    }
    events().forEach(FlightRecorder::register);
    FlightRecorder.addPeriodicEvent(CheckpointEvent.class, callbacks::chunkEnds);
    FlightRecorder.addPeriodicEvent(LiveCountEvent.class, callbacks::curve);
    Recordings.update(recorder.getRecordings());
    EventDoor.open();
    if (Recordings.running()) {
      callbacks.recordingStarted();
    }
  }

  /** A method, not a constant: naming an event class loads it. */
  private static List<Class<? extends Event>> events() {
    return List.of(
        RegisterEvent.class,
        UnregisterEvent.class,
        RetainEvent.class,
        ReleaseEvent.class,
        TouchEvent.class,
        UseEvent.class,
        LeakEvent.class,
        LeakCheckEvent.class,
        LiveEvent.class,
        LiveGroupEvent.class,
        CheckpointEvent.class,
        LiveCountEvent.class,
        LostEvent.class,
        OverdueEvent.class,
        MisuseEvent.class);
  }

  @Override
  public void recordingStateChanged(Recording recording) {
    if (!EventDoor.isOpen()) {
      return;
    }
    Recordings.update(FlightRecorder.getFlightRecorder().getRecordings());
    if (recording.getState() == RecordingState.RUNNING) {
      callbacks.recordingStarted();
    }
  }
}
