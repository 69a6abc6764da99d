package dev.rollcall.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/** Starts and stops recordings; now and then two at once, and between two now and then none. */
final class Recordings implements Runnable {
  private static final int MAX_MILLIS = 700;

  private final SplittableRandom random;
  private final Configuration settings;
  private final Path directory;
  private final Faults faults;
  private final CountDownLatch over;
  private long made;

  /** Goes on until {@code over}. */
  Recordings(
      long seed, Configuration settings, Path directory, Faults faults, CountDownLatch over) {
    this.random = new SplittableRandom(seed);
    this.settings = settings;
    this.directory = directory;
    this.faults = faults;
    this.over = over;
  }

  @Override
  public void run() {
    Path file = directory.resolve("recorded-" + Thread.currentThread().getName() + ".jfr");
    try {
      while (!over.await(random.nextInt(MAX_MILLIS), TimeUnit.MILLISECONDS)) {
        try (Recording recording = new Recording(settings)) {
          recording.start();
          boolean unused = over.await(random.nextInt(MAX_MILLIS), TimeUnit.MILLISECONDS);
          if (random.nextBoolean()) {
            boolean unusedStopped = recording.stop();
          }
          recording.dump(file);
        }
        made++;
      }
      Files.deleteIfExists(file);
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      faults.add(e);
    }
  }

  /** How many were made; to be asked when it has ended. */
  long made() {
    return made;
  }

  /** The settings of a file. */
  static Configuration settings(Path file) throws IOException, ParseException {
    return Configuration.create(file);
  }

  /** Begins a recording that the end of the process ends. */
  static void last(Configuration settings, Path file) throws IOException {
    Recording recording = new Recording(settings);
    recording.setDestination(file);
    recording.setDumpOnExit(true);
    recording.start();
  }
}
