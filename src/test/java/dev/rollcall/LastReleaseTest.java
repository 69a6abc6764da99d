package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.Analysis;
import dev.rollcall.analysis.JvmLog;
import dev.rollcall.analysis.Selection;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.reader.RecordingReader;
import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import dev.rollcall.report.TextReport;
import dev.rollcall.report.json.JsonReport;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The release of the last reference and the end of the resource are one event. Earlier versions
 * committed two, and of the same lives those say the same.
 */
class LastReleaseTest {
  private static final int SEEDS = 20;

  @TempDir Path directory;
  private final PrintStream stderr = System.err;

  /** The warnings are not what is tested, and there are many. */
  @BeforeEach
  void muteWarnings() {
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }

  @AfterEach
  void unmute() {
    System.setErr(stderr);
  }

  /** All that an analysis tells. */
  private record Told(Findings findings, List<History> histories, String text, String json) {
    static Told of(dev.rollcall.recording.Recording recording, List<LifecycleEvent> events)
        throws Exception {
      JvmLog all = new JvmLog(new Selection.All());
      JvmLog folding = new JvmLog(0);
      events.forEach(all);
      events.forEach(folding);
      Analysis whole = new Analysis();
      whole.add(recording, all, null);
      Analysis folded = new Analysis();
      folded.add(recording, folding, null);
      Findings findings = folded.findings(3);
      StringWriter json = new StringWriter();
      JsonReport.write(findings, json);
      return new Told(
          findings,
          whole.histories(new Selection.All()).toList(),
          TextReport.of(findings),
          json.toString());
    }
  }

  /** The two events in which an earlier version told of a last release. */
  private static Stream<LifecycleEvent> twoEvents(LifecycleEvent event) {
    return event instanceof Unregistered end && end.release() != null
        ? Stream.of(
            end.release(),
            new Unregistered(
                end.moment(),
                end.checkerId(),
                end.resourceId(),
                end.type(),
                end.sequence(),
                end.byCollector()))
        : Stream.of(event);
  }

  @Test
  void isToldAsByTheTwoEventsOfEarlierVersions() throws Exception {
    Path file = directory.resolve("lives.jfr");
    try (Recording recording = new Recording()) {
      recording.setDestination(file);
      recording.start();
      for (int seed = 0; seed < SEEDS; seed++) {
        List<LeakReport> unused = new RandomLives(seed).run();
      }
      recording.stop();
    }
    List<LifecycleEvent> one = new ArrayList<>();
    dev.rollcall.recording.Recording read = new RecordingReader().read(file, one::add);
    List<LifecycleEvent> two = one.stream().flatMap(LastReleaseTest::twoEvents).toList();
    assertThat(two).hasSizeGreaterThan(one.size() + SEEDS);

    Told ofOne = Told.of(read, one);
    Told ofTwo = Told.of(read, two);

    assertThat(ofOne.findings.groups()).isNotEmpty();
    assertThat(ofOne.text).isEqualTo(ofTwo.text);
    assertThat(ofOne.json).isEqualTo(ofTwo.json);
    assertThat(ofOne.histories).isEqualTo(ofTwo.histories);
    assertThat(ofOne.findings).isEqualTo(ofTwo.findings);
  }
}
