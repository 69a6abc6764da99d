package dev.rollcall.event;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The one door between the checker and JFR. It stays shut, and no JFR class is loaded, until the
 * flight recorder has been initialised; where there is no JFR it stays shut for good.
 *
 * <p>Touching any event class costs about a tenth of a second once, so nothing behind the door may
 * be called before {@link #isOpen()} says so. Opening is published by the volatile write in {@code
 * open()}: who sees the door open sees registered event types and periodic callbacks.
 */
public final class EventDoor {
  /** What the checker does when JFR asks. All run under JFR's lock: they must take none of ours. */
  public interface Callbacks {
    /** A recording has started: say what was there before it. */
    void recordingStarted();

    /** A chunk is about to end, perhaps the last. */
    void chunkEnds();

    /** It is time for a point of the curve. */
    void curve();
  }

  private static final AtomicBoolean INSTALLED = new AtomicBoolean();
  private static volatile boolean open;

  private EventDoor() {}

  /** Whether events can be committed. */
  public static boolean isOpen() {
    return open;
  }

  /** Opens the door as soon as the flight recorder is there. Only the first call counts. */
  public static void install(Callbacks callbacks) {
    if (INSTALLED.compareAndSet(false, true)
        && ModuleLayer.boot().findModule("jdk.jfr").isPresent()) {
      try {
        RecorderListener.install(callbacks);
      } catch (LinkageError | IllegalStateException noRecorder) {
        // A VM without a flight recorder: the checker works, the door stays shut.
        open = false;
      }
    }
  }

  static void open() {
    open = true;
  }

  /** Whether a running recording takes the stack of {@code rollcall.Register}. */
  public static boolean registerStacksRecorded() {
    return open && Recordings.registerStacks();
  }

  /** The files that running recordings will be written to; asks JFR nothing. */
  public static List<Path> destinations() {
    return open ? Recordings.destinations() : List.of();
  }

  /** Whether a running recording will be written to a file that JFR gives a name at exit. */
  public static boolean isNamedAtExit() {
    return open && Recordings.namedAtExit();
  }

  /** Whether a recording is running, with or without a file. */
  public static boolean isRecording() {
    return open && Recordings.running();
  }
}
