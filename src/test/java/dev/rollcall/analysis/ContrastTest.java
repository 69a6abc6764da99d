package dev.rollcall.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.age.Spread;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.LeakFinding.Contrast;
import dev.rollcall.diagnosis.match.Tracks;
import dev.rollcall.diagnosis.match.Tracks.Kind;
import dev.rollcall.diagnosis.match.Tracks.Side;
import dev.rollcall.recording.Totals;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a group shows beside its released siblings. */
final class ContrastTest {
  private static final long SIBLINGS = 40;

  /** Three that nobody released beside forty that somebody did, a microsecond after the first. */
  private static Events lives() {
    Events events = new Events();
    for (long id = 1; id <= SIBLINGS; id++) {
      events.register(id).touch(id, "filled", 0).unregister(id, 0);
    }
    for (long id = SIBLINGS + 1; id <= SIBLINGS + 3; id++) {
      events.register(id).touch(id, "filled", 0);
    }
    return events;
  }

  private static void assertTracks(Tracks tracks) {
    assertThat(tracks.leaked()).isEqualTo(3);
    assertThat(tracks.healthy()).isEqualTo(SIBLINGS);
    assertThat(tracks.steps())
        .containsExactly(
            step(Side.BOTH, Kind.REGISTER, "open", null, 3, SIBLINGS),
            step(Side.BOTH, Kind.TOUCH, "use", "filled", 3, SIBLINGS),
            step(Side.HEALTHY, Kind.UNREGISTER, "close", null, 0, SIBLINGS));
  }

  private static Tracks.Step step(
      Side side, Kind kind, String method, @Nullable String note, long leaked, long healthy) {
    return new Tracks.Step(side, kind, Events.site(method).frames().get(0), note, leaked, healthy);
  }

  @Test
  void leakedOnesStandBesideTheirReleasedSiblings() {
    Events events = lives().check(5, "exit", new Totals(SIBLINGS + 3, SIBLINGS, 3, 0));
    for (long id = SIBLINGS + 1; id <= SIBLINGS + 3; id++) {
      events.leak(5, id);
    }

    Contrast contrast = events.findings().groups().get(0).contrast();

    assertTracks(contrast.tracks());
    assertThat(contrast.ages()).isEqualTo(Spread.of(1_500, 1_500, 1_500));
    assertThat(contrast.lifetimes()).isEqualTo(Spread.of(new long[(int) SIBLINGS]));
  }

  @Test
  void soDoOpenOnesWithTheirAgesAtTheEndOfTheRecording() {
    Findings findings = lives().findings();

    LeakFinding group = findings.open().groups().get(0).group();
    assertTracks(group.contrast().tracks());
    long[] ages = new long[3];
    Arrays.fill(ages, 2_499);
    assertThat(group.contrast().ages()).isEqualTo(Spread.of(ages));
    assertThat(group.contrast().lifetimes().sum()).isEqualTo(SIBLINGS);
  }

  @Test
  void theOrderOfEventsMakesNoDifference() {
    assertThat(lives().shuffled().findings().open().groups().get(0).group().contrast())
        .isEqualTo(lives().findings().open().groups().get(0).group().contrast());
  }

  @Test
  void whatIsKnownByNumberOnlyHasNoAge() {
    Events events = new Events().liveGroup(7, "open").checkpoint("exit", new Totals(7, 0, 7, 0), 0);

    LeakFinding group = events.findings().groups().get(0);
    assertThat(group.count()).isEqualTo(7);
    assertThat(group.contrast()).isEqualTo(Contrast.NONE);
  }

  @Test
  void whatOthersOwnHasAgesAndNoTracks() {
    Events events =
        new Events()
            .register(1, "own")
            .register(2, "part", 1)
            .check(5, "exit", new Totals(2, 0, 2, 0))
            .leak(5, 1)
            .leak(5, 2);

    assertThat(events.findings().groups())
        .extracting(group -> group.contrast().tracks().leaked())
        .containsExactly(1L, 0L);
    assertThat(events.findings().groups())
        .extracting(group -> group.contrast().ages().sum())
        .containsExactly(1L, 1L);
  }
}
