package dev.rollcall.analysis.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.finding.Step.Kind;
import dev.rollcall.common.Fingerprint;
import dev.rollcall.recording.Totals;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The order of a life, and the groups of leaks. */
final class HistoryTest {
  @Test
  void stepsAreOrderedBySequenceWhateverTheirTime() {
    History history =
        new Events()
            .unregister(1, 3)
            .retain(1, 2, 1)
            .release(1, 0, 3)
            .release(1, 1, 2)
            .register(1)
            .history(1);

    assertThat(history.steps())
        .extracting(Step::kind)
        .containsExactly(Kind.REGISTER, Kind.RETAIN, Kind.RELEASE, Kind.RELEASE, Kind.UNREGISTER);
    assertThat(history.steps()).extracting(Step::refCount).containsExactly(null, 2L, 1L, 0L, null);
  }

  @Test
  void aSequenceMayPassItsLargestValue() {
    History history =
        new Events()
            .touch(1, "a", -2)
            .touch(1, "b", -1)
            .touch(1, "c", 0)
            .touch(1, "d", 1)
            .shuffled()
            .history(1);

    assertThat(history.steps()).extracting(Step::note).containsExactly("a", "b", "c", "d");
  }

  @Test
  void aMisuseAfterTheEndFollowsIt() {
    History history =
        new Events().register(1).unregister(1, 0).misuse(1, "double-release").history(1);

    assertThat(history.steps())
        .extracting(Step::kind)
        .containsExactly(Kind.REGISTER, Kind.UNREGISTER, Kind.MISUSE);
  }

  @Test
  void theProgramsFingerprintStandsAndOursFillsIn() {
    Findings findings =
        new Events()
            .register(1, "open")
            .register(2, "open")
            .register(3, "open")
            .check(5, "exit", new Totals(3, 0, 3, 0))
            .leak(5, 1, "com.acme.Buffer@0000000000000001", false)
            .leak(5, 2)
            .leak(5, 3, null, true)
            .findings();

    assertThat(findings.groups())
        .extracting(LeakFinding::fingerprint)
        .containsExactly(
            Fingerprint.of(Events.TYPE, Events.site("open").frames()),
            "com.acme.Buffer@0000000000000001");
    LeakFinding largest = findings.groups().get(0);
    assertThat(largest.count()).isEqualTo(2);
    assertThat(largest.held()).isEqualTo(1);
    assertThat(largest.lost()).isEqualTo(1);
    assertThat(largest.oldestMillis()).isEqualTo(1_500);
    assertThat(largest.refCounts()).containsExactly(Map.entry(1L, 2L));
    assertThat(largest.examples()).extracting(History::resourceId).containsExactly(2L, 3L);
  }

  @Test
  void aLeakWithoutAnySiteIsOfTheUnknownGroup() {
    Findings findings = new Events().check(5, "exit", new Totals(1, 0, 1, 0)).leak(5, 1).findings();

    assertThat(findings.groups())
        .extracting(LeakFinding::fingerprint)
        .containsExactly("com.acme.Buffer@unknown");
  }

  @Test
  void equalGroupsAreOrderedByFingerprintAndExamplesByIdWhateverTheOrderOfEvents() {
    Events events = new Events().check(5, "exit", new Totals(8, 0, 8, 0));
    for (long id = 1; id <= 4; id++) {
      events.leak(5, id, "b", false).leak(5, id + 10, "a", false);
    }

    Findings forward = events.findings();
    Findings backward = events.shuffled().findings();

    assertThat(forward.groups()).extracting(LeakFinding::fingerprint).containsExactly("a", "b");
    assertThat(forward.groups().get(1).examples())
        .extracting(History::resourceId)
        .containsExactly(1L, 2L, 3L);
    assertThat(backward.groups()).isEqualTo(forward.groups());
  }
}
