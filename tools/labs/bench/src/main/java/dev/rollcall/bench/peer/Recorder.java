package dev.rollcall.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.EventSettings;
import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;

/**
 * A flight recording of this process into a temporary file of bounded size: Rollcall's events, and
 * the bare ones that are compared with them.
 */
public final class Recorder {
  private static final long MAX_BYTES = 64 << 20;
  private static final List<String> EVENTS =
      List.of(
          "rollcall.Register",
          "rollcall.Unregister",
          "rollcall.Retain",
          "rollcall.Release",
          "rollcall.Touch",
          "bench.Enter",
          "bench.Leave",
          "bench.Step");

  private final Recording recording;
  private final Path file;

  private Recorder(Recording recording, Path file) {
    this.recording = recording;
    this.file = file;
  }

  /** Starts to record, with or without the stack of each event. */
  public static Recorder start(boolean stacks) {
    try {
      Path file = Files.createTempFile("rollcall-bench", ".jfr");
      Recording recording = new Recording();
      for (String event : EVENTS) {
        EventSettings settings = recording.enable(event);
        if (stacks) {
          settings.withStackTrace();
        } else {
          settings.withoutStackTrace();
        }
      }
      recording.setMaxSize(MAX_BYTES);
      recording.setDestination(file);
      recording.start();
      return new Recorder(recording, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes what was recorded so far into another file. */
  public void dump(Path to) {
    try {
      recording.dump(to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops, and deletes the file; does nothing if there is no recording. */
  public static void stop(@Nullable Recorder recorder) {
    if (recorder != null) {
      recorder.recording.close();
      try {
        Files.deleteIfExists(recorder.file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
