package dev.rollcall.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.samples.PlainSamples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording of each test that fails, and of no other. */
@Tag("adapter")
class RecordingsTest {
  @Test
  void whatFailedIsRecordedAndSaysWhere(@TempDir Path directory) throws Exception {
    Ran ran =
        Ran.with(
            Map.of("rollcall.junit.recordings", directory.toString()),
            PlainSamples.OneMethod.class);

    List<Path> files;
    try (Stream<Path> all = Files.list(directory)) {
      files = all.toList();
    }
    assertThat(files).hasSize(1);
    Path file = files.get(0);
    assertThat(ran.message("checked()"))
        .endsWith("to see the whole lives: java -jar rollcall-VERSION-cli.jar report " + file);
    assertThat(RecordingFile.readAllEvents(file))
        .extracting(event -> event.getEventType().getName())
        .contains("rollcall.Register", "rollcall.Leak", "rollcall.LeakCheck");
  }
}
