package dev.rollcall.reader.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.reader.RecordingReader;
import dev.rollcall.recording.ChunkFault;
import dev.rollcall.recording.ContextEvent;
import dev.rollcall.recording.ContextEvent.RequestsDeclared;
import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.SampleProgram;
import dev.rollcall.recording.SampleRecordings;
import dev.rollcall.recording.UnreadableRecordingException;
import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.CommandedJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import jdk.jfr.Event;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/** What Mission Control has parsed, against what the reader of files finds in the same file. */
final class ParsedItemsTest {
  private static IItemCollection items(Path... files) throws Exception {
    return JfrLoaderToolkit.loadEvents(Stream.of(files).map(Path::toFile).toList());
  }

  /** An event of ours as a damaged recording may have it. */
  @Name("rollcall.Register")
  static final class Damaged extends Event {
    @MemoryAddress long resourceId;
  }

  /** Records a resource id that can be and one that cannot. */
  static final class Damaging {
    private Damaging() {}

    public static void main(String[] args) throws Exception {
      try (jdk.jfr.Recording recording = new jdk.jfr.Recording()) {
        recording.start();
        for (long id : new long[] {-1, 5}) {
          Damaged event = new Damaged();
          event.resourceId = id;
          event.commit();
        }
        recording.stop();
        recording.dump(Path.of(args[0]));
      }
    }
  }

  /** Everything that was delivered. */
  private record Delivered(
      Recording recording, List<LifecycleEvent> events, List<ContextEvent> context) {
    static Delivered ofItems(Path file) throws Exception {
      List<LifecycleEvent> events = new ArrayList<>();
      List<ContextEvent> context = new ArrayList<>();
      Recording recording = ParsedItems.read(items(file), events::add, context::add, () -> false);
      return new Delivered(recording, events, context);
    }

    static Delivered ofFile(Path file) throws Exception {
      List<LifecycleEvent> events = new ArrayList<>();
      List<ContextEvent> context = new ArrayList<>();
      Recording recording = new RecordingReader().read(file, events::add, context::add);
      return new Delivered(recording, events, context);
    }
  }

  private static void assertSame(Path file) throws Exception {
    Delivered items = Delivered.ofItems(file);
    Delivered expected = Delivered.ofFile(file);

    assertThat(items.events).containsExactlyInAnyOrderElementsOf(expected.events);
    assertThat(items.context)
        .filteredOn(event -> !(event instanceof RequestsDeclared))
        .containsExactlyInAnyOrderElementsOf(
            expected.context.stream()
                // Another test of this JVM may have declared contextual fields: items have none.
                .filter(event -> !(event instanceof RequestsDeclared))
                .toList());
    assertThat(items.recording.jvm()).isNotNull().isEqualTo(expected.recording.jvm());
    assertThat(items.recording.lifecycleEvents()).isEqualTo(expected.recording.lifecycleEvents());
    assertThat(items.recording.settings()).isEqualTo(expected.recording.settings());
    assertThat(items.recording.dataLoss()).isEqualTo(expected.recording.dataLoss());
    assertThat(items.recording.faults()).isEqualTo(expected.recording.faults());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"leaky", "clean", "open", "misused", "hostile", "sites", "none", "chunks"})
  void theEventsAreThoseOfTheFile(String name) throws Exception {
    assertSame(SampleRecordings.get(name));
  }

  @Test
  void theSettingsAndTheThreadsAreThoseOfTheFile(@TempDir Path directory) throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("buffers 3", "load 10", "off rollcall.Touch", "open 2", "check", "rotate").end();

      assertSame(jvm.file());
      Delivered delivered = Delivered.ofItems(jvm.file());
      assertThat(delivered.recording.settings())
          .containsEntry("rollcall.Register", true)
          .containsEntry("rollcall.Touch", false);
      assertThat(delivered.context).anyMatch(ContextEvent.ThreadEnded.class::isInstance);
    }
  }

  /** Type by type, a whole recording of lives would have to be kept. */
  @Test
  void theOrderIsThatOfTheTimes() throws Exception {
    List<LifecycleEvent> events = Delivered.ofItems(SampleRecordings.get("chunks")).events;

    assertThat(events).hasSizeGreaterThan(2 * SampleProgram.CHUNKS * SampleProgram.PER_CHUNK);
    assertThat(events.stream().map(event -> event.moment().time())).isSorted();
    assertThat(events.get(1)).isInstanceOf(LifecycleEvent.Registered.class);
    assertThat(events.get(2)).isInstanceOf(LifecycleEvent.Unregistered.class);
  }

  @Test
  void anItemThatCannotBeIsPassedOverAndSaid(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("damaged.jfr");
    new ChildJvm().run(Damaging.class, file.toString()).with(0);
    Delivered delivered = Delivered.ofItems(file);

    assertThat(delivered.events)
        .singleElement()
        .isInstanceOfSatisfying(
            LifecycleEvent.Registered.class,
            registered -> assertThat(registered.resourceId()).isEqualTo(5));
    assertThat(delivered.recording.faults())
        .extracting(ChunkFault::kind)
        .containsExactly(ChunkFault.Kind.DAMAGED);
  }

  @Test
  void resourcesOfTwoJvmsAreNotMixed(@TempDir Path directory) throws Exception {
    Path other;
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("open 1").end();
      other = jvm.file();
    }
    IItemCollection both = items(SampleRecordings.get("leaky"), other);

    assertThatThrownBy(() -> ParsedItems.read(both, event -> {}, event -> {}, () -> false))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessage(
            "these events are from 2 JVMs, but resource ids are unique only within one; open the"
                + " recordings of one JVM at a time");
  }

  @Test
  void itGivesUpWhenItIsToldTo() throws Exception {
    IItemCollection items = items(SampleRecordings.get("chunks"));
    List<LifecycleEvent> events = new ArrayList<>();

    assertThatThrownBy(
            () -> ParsedItems.read(items, events::add, event -> {}, () -> !events.isEmpty()))
        .isInstanceOf(CancellationException.class);
    assertThat(events).hasSizeBetween(1, SampleProgram.PER_CHUNK);
  }
}
