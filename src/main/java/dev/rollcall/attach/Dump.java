package dev.rollcall.attach;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jdk.management.jfr.FlightRecorderMXBean;
import org.jspecify.annotations.Nullable;

/**
 * What a JVM has recorded so far, as a recording on this side. It comes through the connection and
 * not through a file, because the JVM may run in a container that has other mounts.
 *
 * <p>To take it, the JVM ends a chunk, and so Rollcall writes into it what lives. Where no
 * recording follows lives, one is started, and closed again.
 */
public final class Dump implements AutoCloseable {
  /** The largest piece that a JVM sends. */
  private static final String BLOCK_SIZE = "1000000";

  private final AttachedJvm jvm;
  private final FlightRecorderMXBean recorder;
  private final boolean isRecorded;
  private final AtExit atExit = AtExit.of(this::end);
  private volatile long recording;

  private Dump(AttachedJvm jvm, boolean isRecorded) {
    this.jvm = jvm;
    this.recorder = jvm.recorder();
    this.isRecorded = isRecorded;
  }

  /**
   * Begins one: where nothing is recorded yet, that starts now.
   *
   * @param settings how, as a settings file says it
   */
  public static Dump of(AttachedJvm jvm, String settings) throws NotAttachedException {
    try {
      boolean isRecorded = jvm.running().stream().anyMatch(RunningRecording::followsLives);
      Dump dump = new Dump(jvm, isRecorded);
      if (isRecorded) {
        return dump;
      }
      boolean isBegun = false;
      try {
        dump.record(settings);
        isBegun = true;
        return dump;
      } finally {
        if (!isBegun) {
          dump.close();
        }
      }
    } catch (IOException | RuntimeException e) {
      throw AttachedJvm.lost(jvm.pid(), e);
    }
  }

  private void record(String settings) throws IOException {
    recording = recorder.newRecording();
    recorder.setConfiguration(recording, settings);
    recorder.setRecordingOptions(recording, Map.of("name", "rollcall dump"));
    recorder.startRecording(recording);
  }

  /** Whether a recording was running before. */
  public boolean isRecorded() {
    return isRecorded;
  }

  /** Lets the JVM go on for a while; returns early if it ends. */
  public void await(Duration time) throws InterruptedException {
    try {
      jvm.end().get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException goesOn) {
      // As is to be hoped.
    }
  }

  /**
   * Writes the recording.
   *
   * @throws IOException if it cannot be written on this side
   * @throws NotAttachedException if the JVM does not send it
   */
  public void writeTo(OutputStream out) throws IOException, NotAttachedException {
    long stream;
    try {
      if (isRecorded) {
        recording = recorder.takeSnapshot();
      } else {
        recorder.stopRecording(recording);
      }
      stream = recorder.openStream(recording, Map.of("blockSize", BLOCK_SIZE));
    } catch (IOException | RuntimeException e) {
      throw AttachedJvm.lost(jvm.pid(), e);
    }
    byte[] block = read(stream);
    while (block != null) {
      out.write(block);
      block = read(stream);
    }
  }

  private byte @Nullable [] read(long stream) throws NotAttachedException {
    try {
      return recorder.readStream(stream);
    } catch (IOException | UndeclaredThrowableException e) {
      throw AttachedJvm.lost(jvm.pid(), e);
    }
  }

  /** Closes the recording that was made for this. */
  @Override
  public void close() {
    atExit.close();
  }

  private void end() {
    long made = recording;
    if (made != 0) {
      try {
        recorder.closeRecording(made);
      } catch (IOException | RuntimeException ended) {
        // Its recordings have ended with the JVM.
      }
      recording = 0;
    }
  }
}
