package dev.rollcall.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.rollcall.LeakChecker;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.growth.Growth;
import dev.rollcall.gate.Report;
import dev.rollcall.reader.RecordingReader;
import dev.rollcall.report.TextReport;
import dev.rollcall.report.json.JsonReport;
import dev.rollcall.report.json.JsonReportReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Growth from the curve of a real recording to the report and back. */
final class RecordedGrowthTest {
  private static final int POINTS = 100;
  private static final long NANOS_PER_LEAK = 50_000_000;

  /** Never released; twenty a second, however often the machine finds the time to beat. */
  private static final class Leaking {}

  private static final class Closed {}

  /** Beats as often as the curve has a point. */
  private static final class Beat extends Event {}

  @TempDir Path directory;

  private final LeakChecker checker = LeakChecker.builder().build();
  private final int checkerId = checker.check().checkerId();
  private final List<Object> leaked = new ArrayList<>();

  private Path recording() throws Exception {
    Path file = directory.resolve("app.jfr");
    CountDownLatch beats = new CountDownLatch(POINTS);
    long start = System.nanoTime();
    Runnable beat =
        () -> {
          Object closed = new Closed();
          checker.register(closed);
          checker.unregister(closed);
          while (leaked.size() < (System.nanoTime() - start) / NANOS_PER_LEAK) {
            Object opened = new Leaking();
            checker.register(opened);
            leaked.add(opened);
          }
          beats.countDown();
        };
    try (Recording recording = new Recording()) {
      Duration period = Duration.ofMillis(20);
      recording.enable("rollcall.LiveCount").withPeriod(period);
      recording.enable(Beat.class).withPeriod(period);
      recording.start();
      FlightRecorder.addPeriodicEvent(Beat.class, beat);
      try {
        assertThat(beats.await(60, TimeUnit.SECONDS)).isTrue();
      } finally {
        FlightRecorder.removePeriodicEvent(beat);
      }
      recording.dump(file);
    } finally {
      leaked.forEach(checker::unregister);
    }
    return file;
  }

  @Test
  void isReadFromTheCurveToldAndReadBack() throws Exception {
    JvmLog log = new JvmLog();
    Analysis analysis = new Analysis();
    analysis.add(new RecordingReader().read(recording(), log), log, null);

    Findings findings = analysis.findings(0, id -> id == checkerId);
    assertThat(findings.open().growth())
        .singleElement()
        .satisfies(
            growth -> {
              assertThat(growth.type()).isEqualTo(Leaking.class.getName());
              assertThat(growth.confidence()).isEqualTo(Growth.Confidence.HIGH);
              assertThat(growth.perMinute()).isPositive();
              assertThat(growth.overMillis()).isPositive();
            });

    Report report = Report.of(findings);
    assertThat(TextReport.of(report))
        .containsPattern("(?m)^growing: \\S+RecordedGrowthTest\\$Leaking, \\+.* a minute over ");
    Path json = directory.resolve("app.json");
    try (Writer writer = Files.newBufferedWriter(json)) {
      JsonReport.write(report, writer);
    }
    Growth growth = findings.open().growth().get(0);
    assertThat(JsonReportReader.read(json).findings().open().growth())
        .singleElement()
        .satisfies(
            read -> {
              assertThat(read.isOfSame(growth)).isTrue();
              assertThat(read.overMillis()).isEqualTo(growth.overMillis());
              assertThat(read.confidence()).isEqualTo(growth.confidence());
              assertThat(read.perMinute()).isCloseTo(growth.perMinute(), offset(0.001));
            });
  }
}
