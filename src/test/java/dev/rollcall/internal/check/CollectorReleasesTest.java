package dev.rollcall.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.CollectorRelease;
import dev.rollcall.LeakMode;
import dev.rollcall.SiteMode;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.settings.Settings;
import dev.rollcall.testing.Program;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A cleaner's thread resolves no trace, and the counts are exact. */
class CollectorReleasesTest {
  private final State state =
      new State(1, Settings.separate(LeakMode.WARN, SiteMode.ALWAYS, ""), null);
  private final CollectorReleases releases = state.byCollector;

  /** As a cleaner does that releases some. */
  private List<Entry> release(int count) {
    List<Object> held = Program.open(new ActiveChecker(state), count);
    List<Entry> entries = state.live.all();
    entries.forEach(releases::add);
    assertThat(held).hasSize(count);
    return entries;
  }

  @Test
  void theTracesWaitForACheck() {
    List<Entry> entries = release(10);

    assertThat(entries).allMatch(Entry::holdsTrace);
    assertThat(releases.all()).extracting(CollectorRelease::count).containsExactly(10L);
    assertThat(releases.all().get(0).site()).isNotEmpty();
    assertThat(entries).noneMatch(Entry::holdsTrace);
  }

  @Test
  void theyAreResolvedOneByOne() {
    release(2);

    assertThat(releases.resolve()).isGreaterThan(1);
    assertThat(releases.resolve()).isGreaterThan(1);
    assertThat(releases.resolve()).isZero();
    assertThat(releases.all()).extracting(CollectorRelease::count).containsExactly(2L);
  }

  @Test
  void ofTooManyAtOnceTheSitesAreNotTold() {
    release(6_000);

    assertThat(releases.all()).extracting(CollectorRelease::count).containsExactly(5_000L, 1_000L);
    assertThat(releases.all().get(1).site()).isEmpty();
  }
}
