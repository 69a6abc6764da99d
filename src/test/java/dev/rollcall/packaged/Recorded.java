package dev.rollcall.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordingFile;

/** What is in the one recording of a directory. */
final class Recorded {
  private Recorded() {}

  /** The names of the types of its events. */
  static Set<String> in(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> recordings = files.toList();
      assertThat(recordings).hasSize(1);
      return RecordingFile.readAllEvents(recordings.get(0)).stream()
          .map(event -> event.getEventType().getName())
          .collect(Collectors.toSet());
    }
  }
}
