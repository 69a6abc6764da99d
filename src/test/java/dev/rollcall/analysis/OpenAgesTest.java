package dev.rollcall.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.age.AgeRuling;
import dev.rollcall.analysis.age.Ages;
import dev.rollcall.analysis.age.Lifetimes;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.recording.LifecycleEvent.Condition;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Registration;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.ThreadRef;
import dev.rollcall.recording.Totals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ages of open resources beside the lifetimes of those that were released. */
final class OpenAgesTest {
  /** That of the recordings of {@link Events}, which are 2.5 s long. */
  private static final long END = 1_764_000_002_500_000_000L;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Events events = new Events().checkpoint("start", new Totals(0, 0, 0, 0), 0);

  private static Moment before(long millis, String method) {
    return new Moment(
        END - millis * NANOS_PER_MILLI, new ThreadRef("main", 1), Events.site(method));
  }

  private static LifecycleEvent begin(long id, long millis) {
    return new Registered(before(millis, "open"), 0, id, Events.TYPE, null);
  }

  private static LifecycleEvent end(long id, long millis, boolean byCollector) {
    return new Unregistered(before(millis, "close"), 0, id, Events.TYPE, 0, byCollector);
  }

  /** As a checkpoint of long ago has it; 0 where it does not know when it was registered. */
  private static LifecycleEvent live(long id, long registered) {
    return new LiveFound(
        before(2_400, "check"),
        0,
        id,
        Events.TYPE,
        new Condition(1, 1, false, null),
        new Registration(registered, "early", Events.site("open"), null),
        0,
        false);
  }

  /** Two hundred that lived for 20 ms, one every half second. */
  private void load() {
    for (int i = 0; i < 200; i++) {
      long began = 100_000 - i * 500L;
      events.add(begin(i + 1, began)).add(end(i + 1, began - 20, false));
    }
  }

  private AgeRuling ruling(int patience) {
    return events
        .analysis(events.inOrder(), new JvmLog(patience))
        .findings(0)
        .open()
        .groups()
        .get(0)
        .ages();
  }

  private AgeRuling ruling() {
    return ruling(Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 50, Integer.MAX_VALUE})
  void oneThatIsFarOlderThanItsSiblingsBecameIsOverdue(int patience) {
    load();
    events.add(begin(1_000, 30_000)).add(begin(1_001, 10));

    AgeRuling ruling = ruling(patience);

    assertThat(ruling.verdict()).isEqualTo(AgeRuling.Verdict.OVERDUE);
    assertThat(ruling.overdue()).isEqualTo(1);
    assertThat(ruling.siblings()).isEqualTo(new Lifetimes(200, 20, 20));
  }

  /** The young ones show that the group is in use, also where only the old ones are listed. */
  @Test
  void whatIsPassedOverChangesNoVerdict() {
    for (int i = 0; i < 200; i++) {
      events.add(begin(i + 1, 100_000)).add(end(i + 1, 99_980, false));
    }
    events.add(begin(1_000, 30_000)).add(begin(1_001, 10));

    OpenFinding old =
        events
            .analysis(events.inOrder(), new JvmLog(Integer.MAX_VALUE))
            .findings(0, 5_000)
            .open()
            .groups()
            .get(0);

    assertThat(old.count()).isEqualTo(1);
    assertThat(old.ages())
        .isEqualTo(
            new AgeRuling(
                new Ages(1, 30_000, 30_000, 30_000),
                new Lifetimes(200, 20, 20),
                AgeRuling.Verdict.OVERDUE,
                1));
  }

  @Test
  void whatIsAsOldAsItsSiblingsBecameIsUsual() {
    load();
    events.add(begin(1_000, 15));

    assertThat(ruling().verdict()).isEqualTo(AgeRuling.Verdict.USUAL);
  }

  /** It is known when it began, though that was before the recording. */
  @Test
  void theCheckpointTellsHowLongSiblingsLivedThatBeganBefore() {
    load();
    events.add(begin(1_000, 30_000));
    events.add(live(500, END - 60_000 * NANOS_PER_MILLI)).add(end(500, 1_000, false));

    assertThat(ruling().siblings()).isEqualTo(new Lifetimes(201, 20, 59_000));
    assertThat(ruling().verdict()).isEqualTo(AgeRuling.Verdict.USUAL);
  }

  /** Such a life is as long as what was recorded of it, at least. */
  @Test
  void siblingsOfUnknownBeginningCountForTheLongestOnly() {
    load();
    events.add(begin(1_000, 15)).add(live(500, 0)).add(end(500, 1_000, false));

    assertThat(ruling().siblings()).isEqualTo(new Lifetimes(200, 20, 1_500));
  }

  @Test
  void whatACleanerReleasedIsNobodysSibling() {
    load();
    events.add(begin(1_000, 30_000)).add(begin(500, 90_000)).add(end(500, 1_000, true));
    events.add(live(501, END - 60_000 * NANOS_PER_MILLI)).add(end(501, 1_000, true));

    assertThat(ruling(0).siblings()).isEqualTo(new Lifetimes(200, 20, 20));
  }
}
