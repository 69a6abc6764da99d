package dev.rollcall.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.analysis.Analysis;
import dev.rollcall.analysis.JvmLog;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.recording.EventLog;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.RecordingEvent;
import dev.rollcall.recording.SampleRecordings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Chunks that are read at the same time, and collected as if one had come after the other. */
final class ChunksAtOnceTest {
  private static final Path CHUNKS = SampleRecordings.get("chunks");

  private static RecordingReader reader(int atOnce) {
    return new RecordingReader(Duration.ofSeconds(20), atOnce, ReadProgress.NONE);
  }

  /** The ids that were registered, and what happens to a part when it takes its first event. */
  private static class Ids implements EventLog<Ids> {
    final List<Long> ids = new ArrayList<>();
    private boolean begun;

    /** A part takes its first event. */
    void begin() {}

    @Override
    public void add(RecordingEvent event) {
      if (!begun) {
        begun = true;
        begin();
      }
      if (event instanceof Registered registered) {
        ids.add(registered.resourceId());
      }
    }

    @Override
    public Ids part() {
      Ids whole = this;
      return new Ids() {
        @Override
        void begin() {
          whole.begin();
        }
      };
    }

    @Override
    public boolean append(Ids part) {
      ids.addAll(part.ids);
      return true;
    }
  }

  private static List<Long> oneByOne() throws Exception {
    Ids log = new Ids();
    reader(1).read(CHUNKS, CHUNKS, log);
    return log.ids;
  }

  /** The first chunk with events cannot be finished before another one has begun. */
  @Test
  void twoAreReadAtTheSameTimeAndPutTogetherInTheirOrder() throws Exception {
    CountDownLatch two = new CountDownLatch(2);
    AtomicInteger waited = new AtomicInteger();
    Ids log =
        new Ids() {
          @Override
          void begin() {
            two.countDown();
            try {
              waited.addAndGet(two.await(20, TimeUnit.SECONDS) ? 0 : 1);
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
        };

    Recording recording = reader(2).read(CHUNKS, CHUNKS, log);

    assertThat(waited).hasValue(0);
    assertThat(recording.faults()).isEmpty();
    assertThat(log.ids).isNotEmpty().isEqualTo(oneByOne());
  }

  @Test
  void reportsAreTheSameHoweverManyAreReadAtOnce() throws Exception {
    List<Findings> findings = new ArrayList<>();
    for (int atOnce : new int[] {1, 2, 7}) {
      JvmLog log = new JvmLog();
      Analysis analysis = new Analysis();
      analysis.add(reader(atOnce).read(CHUNKS, CHUNKS, log), log, null);
      findings.add(analysis.findings(3));
    }

    assertThat(findings.get(1)).isEqualTo(findings.get(0));
    assertThat(findings.get(2)).isEqualTo(findings.get(0));
  }

  @Test
  void aChunkForWhichThereWasNoMemoryIsReadAgainAlone() throws Exception {
    AtomicInteger failures = new AtomicInteger();
    Ids log =
        new Ids() {
          @Override
          void begin() {
            if (failures.getAndIncrement() == 0) {
              throw new OutOfMemoryError("so many at once");
            }
          }
        };

    Recording recording = reader(2).read(CHUNKS, CHUNKS, log);

    assertThat(failures).hasValueGreaterThan(1);
    assertThat(recording.faults()).isEmpty();
    assertThat(log.ids).isEqualTo(oneByOne());
  }

  @Test
  void aChunkWhoseEventsMustBeAddedOneByOneIsReadAgainIntoTheLog() throws Exception {
    AtomicInteger refused = new AtomicInteger();
    Ids log =
        new Ids() {
          @Override
          public boolean append(Ids part) {
            boolean takes = part.ids.isEmpty() || refused.getAndIncrement() % 2 == 1;
            return takes && super.append(part);
          }
        };

    Recording recording = reader(2).read(CHUNKS, CHUNKS, log);

    assertThat(refused).hasValueGreaterThan(1);
    assertThat(recording.lifecycleEvents())
        .isEqualTo(reader(1).read(CHUNKS, event -> {}).lifecycleEvents());
    assertThat(log.ids).isEqualTo(oneByOne());
  }

  @Test
  void whatTheLogThrowsIsNoFaultOfTheChunk() {
    Ids log =
        new Ids() {
          @Override
          void begin() {
            throw new IllegalStateException("a bug");
          }
        };

    assertThatThrownBy(() -> reader(2).read(CHUNKS, CHUNKS, log))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a bug");
  }
}
