package dev.rollcall.junit;

import dev.rollcall.LeakChecker;
import dev.rollcall.common.Printable;
import dev.rollcall.internal.settings.SettingText;
import dev.rollcall.internal.settings.ToolCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A flight recording of one test, kept only if the test fails. It is of the whole JVM, so that of
 * tests that run at the same time each has a recording with all of them; its last check says whose
 * it is.
 */
final class TestRecording {
  private static final String PROPERTY = "rollcall.junit.recordings";
  private static final int LONGEST_NAME = 100;
  private static final AtomicLong NUMBERS = new AtomicLong();

  private final Recording recording;
  private final Path directory;

  TestRecording(Recording recording, Path directory) {
    this.recording = recording;
    this.directory = directory;
  }

  /** Starts a recording if recordings are wanted, as a system property or JUnit parameter says. */
  static @Nullable TestRecording start(ExtensionContext context) {
    Optional<String> wanted = context.getConfigurationParameter(PROPERTY);
    if (wanted.isEmpty()) {
      return null;
    }
    try {
      Path directory = SettingText.directory(wanted.get());
      if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
        throw new IllegalArgumentException(
            "this JVM cannot record, because it has no module jdk.jfr");
      }
      return new TestRecording(started(), directory);
    } catch (IllegalArgumentException | IllegalStateException | IOException | ParseException e) {
      throw new ExtensionConfigurationException(PROPERTY + ": " + e.getMessage(), e);
    }
  }

  private static Recording started() throws IOException, ParseException {
    InputStream settings =
        Objects.requireNonNull(LeakChecker.class.getResourceAsStream("jfc/rollcall.jfc"));
    try (InputStreamReader reader = new InputStreamReader(settings, StandardCharsets.UTF_8)) {
      return started(new Recording(Configuration.create(reader)));
    }
  }

  /** Starts a recording, or closes it. */
  static Recording started(Recording recording) {
    try {
      recording.start();
      return recording;
    } catch (RuntimeException | Error e) {
      recording.close();
      throw e;
    }
  }

  /**
   * Ends the recording; returns where it is, in a sentence, if it was to be kept. The last check in
   * it is that of its own test: tests that run in parallel wait for each other here.
   */
  String end(TestScope scope, boolean keep) {
    try (recording) {
      if (!keep) {
        return "";
      }
      scope.commit(recording::stop);
      return dump(directory.resolve(fileName(scope.name())));
    } catch (RuntimeException e) {
      return "the test was not recorded to its end: " + Printable.of(e.toString());
    }
  }

  private String dump(Path file) {
    try {
      Files.createDirectories(directory);
      recording.dump(file);
    } catch (IOException | RuntimeException e) {
      return "the recording could not be written to "
          + shown(file)
          + ": "
          + Printable.of(e.toString());
    }
    return ToolCommand.report(file);
  }

  private static String shown(Path file) {
    return Printable.of(file.toString());
  }

  /** Unique in this process, and harmless on any file system. */
  private static String fileName(String name) {
    String safe = name.replaceAll("[^A-Za-z0-9._-]+", "-");
    return safe.substring(0, Math.min(safe.length(), LONGEST_NAME))
        + "-"
        + ProcessHandle.current().pid()
        + "-"
        + NUMBERS.incrementAndGet()
        + ".jfr";
  }
}
