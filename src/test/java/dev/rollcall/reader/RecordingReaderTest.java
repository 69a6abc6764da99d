package dev.rollcall.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.common.Fingerprint;
import dev.rollcall.common.Phase;
import dev.rollcall.common.Trigger;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.recording.LifecycleEvent.Counted;
import dev.rollcall.recording.LifecycleEvent.LeakCheck;
import dev.rollcall.recording.LifecycleEvent.LeakFound;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.Misused;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Touched;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.SampleProgram;
import dev.rollcall.recording.SampleRecordings;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.Totals;
import dev.rollcall.recording.UnreadableRecordingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class RecordingReaderTest {
  private static final String BUFFER = SampleProgram.Buffer.class.getTypeName();

  private final List<LifecycleEvent> events = new ArrayList<>();

  private Recording read(String name) throws UnreadableRecordingException {
    return new RecordingReader().read(SampleRecordings.get(name), events::add);
  }

  private <E extends LifecycleEvent> List<E> all(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private <E extends LifecycleEvent.OfResource> E only(Class<E> type, long resourceId) {
    List<E> found = all(type).stream().filter(e -> e.resourceId() == resourceId).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void everyFieldOfEveryStepArrives() throws Exception {
    read("leaky");

    Registered registered = only(Registered.class, 3);
    assertThat(registered.type()).isEqualTo(BUFFER);
    assertThat(registered.moment().thread().name()).isEqualTo("main");
    assertThat(registered.description())
        .isEqualTo("buffer 3 of thread " + registered.moment().thread().id());
    StackTraceElement top = registered.moment().site().frames().get(0);
    assertThat(top.getClassName()).isEqualTo(SampleProgram.class.getName());
    assertThat(top.getMethodName()).isEqualTo("leaky");
    assertThat(top.getLineNumber()).isPositive();
    assertThat(all(Counted.class).stream().filter(c -> c.resourceId() == 3))
        .extracting(Counted::retain, Counted::refCount, Counted::sequence)
        .containsExactlyInAnyOrder(tuple(true, 2L, 1), tuple(false, 1L, 3), tuple(false, 0L, 4));
    assertThat(only(Touched.class, 3).note()).isEqualTo("decoded");
    assertThat(only(Touched.class, 3).sequence()).isEqualTo(2);
    assertThat(only(Unregistered.class, 3).sequence()).isEqualTo(4);
  }

  @Test
  void checksAndCheckpointsArrive() throws Exception {
    read("leaky");

    assertThat(all(LeakFound.class)).extracting(LeakFound::resourceId).containsExactly(1L, 2L);
    LeakFound leak = only(LeakFound.class, 1);
    assertThat(leak.checkId()).isEqualTo(7);
    assertThat(leak.condition()).isEqualTo(new LifecycleEvent.Condition(1, 5, false, null));
    LeakCheck check = all(LeakCheck.class).get(0);
    assertThat(check.trigger()).isEqualTo(Trigger.EXIT);
    assertThat(check.totals()).isEqualTo(new Totals(10, 8, 2, 0));
    assertThat(check.leaked()).isEqualTo(2);
    LiveFound live = only(LiveFound.class, 2);
    assertThat(live.registration().time()).isEqualTo(1_000_000_000L);
    assertThat(live.registration().thread()).isEqualTo("main");
    assertThat(live.sequence()).isEqualTo(3);
    assertThat(all(LifecycleEvent.Checkpoint.class))
        .extracting(LifecycleEvent.Checkpoint::phase)
        .containsExactlyInAnyOrder(Phase.START, Phase.EXIT);
  }

  @Test
  void ownersArriveFromWhereverTheyAreSaid() throws Exception {
    read("owners");

    assertThat(only(Registered.class, 1).ownerId()).isZero();
    assertThat(only(Registered.class, 5).ownerId()).isEqualTo(4);
    assertThat(only(LeakFound.class, 3).condition().ownerId()).isEqualTo(1);
    assertThat(only(LiveFound.class, 3).condition().ownerId()).isEqualTo(1);
    assertThat(only(LiveFound.class, 1).condition().ownerId()).isZero();
    assertThat(all(Counted.class))
        .extracting(Counted::retain, Counted::ownerId)
        .containsExactlyInAnyOrder(tuple(true, 1L), tuple(false, 1L));
  }

  @Test
  void misuseArrivesWithItsStack() throws Exception {
    read("misused");

    Misused misuse = only(Misused.class, 1);
    assertThat(misuse.kind()).isEqualTo("double-release");
    assertThat(misuse.message()).isEqualTo("released twice");
    assertThat(misuse.moment().site().frames().get(0).getMethodName()).isEqualTo("misused");
  }

  @Test
  void factsOnTheRecording() throws Exception {
    Recording recording = read("leaky");

    Jvm jvm = Objects.requireNonNull(recording.jvm());
    assertThat(jvm.pid()).isPositive();
    assertThat(jvm.startedAt()).isPositive().isLessThan(recording.start());
    assertThat(recording.end()).isGreaterThan(recording.start());
    assertThat(recording.faults()).isEmpty();
    assertThat(recording.lifecycleEvents()).isEqualTo(events.size());
    assertThat(recording.settings()).containsEntry("rollcall.Register", true);
  }

  @Test
  void eventsOfOneSiteShareIt() throws Exception {
    read("leaky");

    Site first = all(Registered.class).get(0).moment().site();
    assertThat(all(Registered.class))
        .allSatisfy(event -> assertThat(event.moment().site()).isSameAs(first));
  }

  /** Arrays, nested and hidden classes, lambdas, reflection, recursion: equal to the program's. */
  @Test
  void offlineFingerprintsEqualThoseOfTheProgram() throws Exception {
    read("sites");

    Map<Long, String> offline = new HashMap<>();
    all(Registered.class)
        .forEach(
            event ->
                offline.put(
                    event.resourceId(),
                    Fingerprint.of(event.type(), event.moment().site().frames())));
    List<LeakFound> computed =
        all(LeakFound.class).stream().filter(l -> l.condition().fingerprint() != null).toList();
    assertThat(computed).hasSize(7);
    for (LeakFound leak : computed) {
      assertThat(offline).containsEntry(leak.resourceId(), leak.condition().fingerprint());
      assertThat(offline.get(leak.resourceId() + 1)).isEqualTo(leak.condition().fingerprint());
    }
    assertThat(computed).extracting(LeakFound::type).contains("byte[]", BUFFER + "[][]");
  }

  @Test
  void aFileReadTwiceCountsOnce() throws Exception {
    RecordingReader reader = new RecordingReader();
    reader.read(SampleRecordings.get("leaky"), events::add);
    int once = events.size();
    Recording again = reader.read(SampleRecordings.get("leaky"), events::add);

    assertThat(events).hasSize(once);
    assertThat(again.chunks()).isZero();
  }
}
