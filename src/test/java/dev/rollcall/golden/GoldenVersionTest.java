package dev.rollcall.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import dev.rollcall.cli.Ran;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Recordings of each version are read for good, and the same is found in them. */
final class GoldenVersionTest {
  private static final String REMAKE =
      """
      The events are not those that version %s has a recording of. If it is not released yet, make \
      the recording anew: tools/golden
      """;

  static Stream<Arguments> recordings() throws IOException {
    return Versions.all().stream()
        .flatMap(
            version ->
                Versions.RECORDINGS.stream().map(name -> Arguments.arguments(version, name)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("recordings")
  void findingsAreTheSame(String version, String name) throws Exception {
    Ran ran =
        Ran.of("report", "--format", "json", Recordings.get(Versions.recording(version, name)));

    GoldenJson.assertKept(Versions.findings(version, name), ran.out(), Versions.WORDING);
  }

  /** The version in the pom has a recording, and every event of today is in it with its fields. */
  @Test
  void thisVersionHasARecordingOfEveryEvent() throws Exception {
    String version = Versions.current();
    assertThat(Versions.all()).as("Record it: tools/golden").contains(version);
    LeakChecker unused = LeakChecker.builder().build();
    Map<String, List<String>> recorded = new TreeMap<>();
    Set<String> committed = new HashSet<>();
    for (String name : Versions.RECORDINGS) {
      read(Path.of(Recordings.get(Versions.recording(version, name))), recorded, committed);
    }

    assertThat(recorded)
        .as(REMAKE, version)
        .isEqualTo(fields(FlightRecorder.getFlightRecorder().getEventTypes()));
    assertThat(committed).as(REMAKE, version).containsAll(recorded.keySet());
  }

  private static void read(Path file, Map<String, List<String>> recorded, Set<String> committed)
      throws IOException {
    try (RecordingFile recording = new RecordingFile(file)) {
      recorded.putAll(fields(recording.readEventTypes()));
      while (recording.hasMoreEvents()) {
        committed.add(recording.readEvent().getEventType().getName());
      }
    }
  }

  private static Map<String, List<String>> fields(List<EventType> types) {
    Map<String, List<String>> fields = new TreeMap<>();
    for (EventType type : types) {
      if (type.getName().startsWith("rollcall.")) {
        List<String> names = new ArrayList<>();
        for (ValueDescriptor field : type.getFields()) {
          names.add(field.getTypeName() + " " + field.getName());
        }
        fields.put(type.getName(), names);
      }
    }
    return fields;
  }
}
