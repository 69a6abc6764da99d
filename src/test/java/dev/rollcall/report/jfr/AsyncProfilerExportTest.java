package dev.rollcall.report.jfr;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.Selection;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import dev.rollcall.recording.Totals;
import dev.rollcall.report.Hostile;
import dev.rollcall.report.folded.FoldedReport;
import dev.rollcall.report.jfr.AsyncProfilerExport.Written;
import dev.rollcall.testing.Converter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import one.jfr.JfrReader;
import one.jfr.event.MallocEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.ItemFilters;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/** Exports, as async-profiler's converter, the JDK's reader and Mission Control's see them. */
final class AsyncProfilerExportTest {
  private static final long START = 1_764_000_000_000_000_000L;

  @TempDir private Path directory = Path.of("");

  private Path file() {
    return directory.resolve("lives.jfr");
  }

  private Written export(Events events) throws IOException {
    try (FileChannel file = FileChannel.open(file(), CREATE, TRUNCATE_EXISTING, WRITE)) {
      return AsyncProfilerExport.write(
          events.analysis().histories(new Selection.All()).iterator(), START, file);
    }
  }

  private String leaks(Events events) throws IOException {
    export(events);
    return Converter.leaks(file());
  }

  /** Leaks at two places, a release, and what is said of each by text. */
  private static Events lives() {
    return new Events()
        .register(1)
        .register(2)
        .retain(2, 2, 1)
        .register(3, "other")
        .register(4)
        .unregister(4, 0)
        .check(5, "exit", new Totals(4, 1, 3, 0))
        .leak(5, 1)
        .leak(5, 2)
        .leak(5, 3);
  }

  @Test
  void theConverterFindsTheLeaksAndNothingElse() throws IOException {
    assertThat(export(lives())).isEqualTo(new Written(3, 0, 1, 0));
    assertThat(Converter.leaks(file()).lines())
        .containsExactlyInAnyOrder(
            "com/acme/Server.open_[j];com.acme.Buffer_[i] 2",
            "com/acme/Server.other_[j];com.acme.Buffer_[i] 1");
  }

  @Test
  void withoutItsLeakModeTheConverterCountsAllThatWasRegistered() throws IOException {
    export(lives());

    assertThat(Converter.convert(file(), "--nativemem").lines())
        .containsExactlyInAnyOrder(
            "com/acme/Server.open_[j];com.acme.Buffer_[i] 3",
            "com/acme/Server.other_[j];com.acme.Buffer_[i] 1");
  }

  /** Both ways to a flame graph show the same. */
  @Test
  void theFoldedReportSaysTheSame() throws IOException {
    Events events = lives().register(9, "late").leak(5, 9).leak(5, 10);
    Path folded = directory.resolve("leaks.collapsed");
    Files.writeString(folded, FoldedReport.of(events.findings()));

    String leaks = leaks(events);
    assertThat(leaks.lines()).hasSize(4).contains("[unknown_site];com.acme.Buffer_[i] 1");
    assertThat(leaks.lines())
        .containsExactlyInAnyOrderElementsOf(Converter.convert(folded).lines().toList());
  }

  /** The converter passes over the last tenth of a session: there must be no leak in it. */
  @Test
  void aLeakOfTheLastMomentIsFound() throws IOException {
    Events events = new Events();
    for (int id = 1; id <= 100; id++) {
      events.register(id);
    }
    events.check(5, "exit", new Totals(100, 0, 100, 0));
    for (int id = 1; id <= 100; id++) {
      events.leak(5, id);
    }

    assertThat(leaks(events)).isEqualTo("com/acme/Server.open_[j];com.acme.Buffer_[i] 100\n");
  }

  @Test
  void whatIsOpenStandsApart() throws IOException {
    Events open = new Events().checkpoint("start", new Totals(0, 0, 0, 0), 0).register(1);
    open.live(1, false).checkpoint("chunk", new Totals(1, 0, 1, 0), 1);

    assertThat(export(open)).isEqualTo(new Written(0, 1, 0, 0));
    assertThat(Converter.leaks(file()))
        .isEqualTo("[open];com/acme/Server.open_[j];com.acme.Buffer_[i] 1\n");
  }

  @Test
  void whatMayHaveBeenReleasedIsLeftOut() throws IOException {
    Events unknown = new Events().checkpoint("start", new Totals(0, 0, 0, 0), 0).register(1);
    unknown.dataLoss();

    assertThat(export(unknown)).isEqualTo(new Written(0, 0, 0, 1));
    assertThat(Converter.leaks(file())).isEmpty();
  }

  /** Clocks of two threads may differ; sorted by time, a release must not come first. */
  @Test
  void aReleaseThatSeemsToComeFirstStillEndsTheLife() throws IOException {
    Site site = Events.site("open");
    Events events = new Events();
    events.add(new Registered(new Moment(START + 9_000, ThreadRef.NONE, site), 0, 1, "T", null));
    events.add(new Unregistered(new Moment(START + 8_000, ThreadRef.NONE, site), 0, 1, "T", 0));
    events.check(5, "exit", new Totals(1, 1, 0, 0));

    assertThat(export(events)).isEqualTo(new Written(0, 0, 1, 0));
    assertThat(Converter.leaks(file())).isEmpty();
  }

  @Test
  void addressesAreResourceIds() throws IOException {
    List<Long> ids = List.of(1L, 0x7fL, 0x80L, 0x2aL << 32, 1L << 56, Long.MAX_VALUE, -2L);
    Events events = new Events();
    ids.forEach(events::register);
    events.check(5, "exit", new Totals(7, 0, 7, 0));
    ids.forEach(id -> events.leak(5, id));
    export(events);

    List<Long> ofConverter = new ArrayList<>();
    try (JfrReader reader = new JfrReader(file().toString())) {
      for (MallocEvent event : reader.readAllEvents(MallocEvent.class)) {
        if (event.size == 1) {
          ofConverter.add(event.address);
        }
      }
    }
    assertThat(ofConverter).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(
            RecordingFile.readAllEvents(file()).stream()
                .filter(event -> event.getEventType().getName().equals("profiler.Malloc"))
                .map(event -> event.getLong("address")))
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  /** The file is a flight recording like any other: the JDK's own reader understands all of it. */
  @Test
  void theJdkReadsIt() throws IOException {
    export(lives());
    List<RecordedEvent> events = RecordingFile.readAllEvents(file());

    assertThat(events).hasSize(4 + 1 + 1);
    RecordedEvent first =
        events.stream()
            .filter(event -> event.getEventType().getName().equals("profiler.Malloc"))
            .filter(event -> event.getLong("address") == 1)
            .findFirst()
            .orElseThrow();
    assertThat(first.getStartTime()).isEqualTo(Instant.ofEpochSecond(1_764_000_000, 1_000));
    assertThat(first.getThread().getJavaName()).isEqualTo("main");
    assertThat(first.getThread().getJavaThreadId()).isEqualTo(1);
    List<RecordedFrame> frames = first.getStackTrace().getFrames();
    assertThat(frames.get(0).getMethod().getType().getName()).isEqualTo("com.acme.Buffer");
    assertThat(frames.get(1).getMethod().getType().getName()).isEqualTo("com.acme.Server");
    assertThat(frames.get(1).getMethod().getName()).isEqualTo("open");
    assertThat(frames.get(1).getLineNumber()).isEqualTo(42);
    assertThat(events).allSatisfy(event -> assertThat(event.toString()).isNotEmpty());
  }

  @Test
  void missionControlReadsIt() throws Exception {
    export(lives());
    IItemCollection all = JfrLoaderToolkit.loadEvents(file().toFile());

    assertThat(all.apply(ItemFilters.type("profiler.Malloc")).stream())
        .singleElement()
        .satisfies(items -> assertThat(items.getItemCount()).isEqualTo(4));
    assertThat(all.apply(ItemFilters.type("profiler.Free")).stream())
        .singleElement()
        .satisfies(items -> assertThat(items.getItemCount()).isEqualTo(2));
  }

  @Test
  void theSameLivesGiveTheSameBytes() throws IOException {
    export(lives());
    byte[] first = Files.readAllBytes(file());
    export(lives());

    assertThat(file()).hasBinaryContent(first);
  }

  @Test
  void hostileStringsAreShownNotSent() throws IOException {
    String leaks = leaks(Hostile.events());

    Hostile.assertHarmless(leaks);
    assertThat(leaks.lines()).hasSize(1);
    assertThat(leaks).endsWith("_[i] 1\n").doesNotContain("<", ">");
  }
}
