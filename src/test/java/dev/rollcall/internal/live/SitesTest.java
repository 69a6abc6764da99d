package dev.rollcall.internal.live;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakMode;
import dev.rollcall.LeakReport;
import dev.rollcall.SiteMode;
import dev.rollcall.common.Labels;
import dev.rollcall.common.Trigger;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.check.RollCall;
import dev.rollcall.internal.check.State;
import dev.rollcall.internal.exit.Checkers;
import dev.rollcall.internal.settings.Expectations;
import dev.rollcall.internal.settings.Settings;
import dev.rollcall.internal.settings.TypePatterns;
import dev.rollcall.testing.Program;
import dev.rollcall.testing.Recorded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many sites are held, and that what was held is given back. */
class SitesTest {
  private static ActiveChecker checker(SiteMode mode, int max) {
    return new ActiveChecker(
        new State(
            1,
            new Settings(
                LeakMode.WARN,
                mode,
                max,
                TypePatterns.parse(""),
                Duration.ZERO,
                0,
                Settings.ReportTarget.STDERR,
                true,
                Expectations.NONE,
                Labels.NONE),
            null));
  }

  private static LeakReport report(ActiveChecker checker) {
    return RollCall.of(checker.state, Trigger.DEMAND);
  }

  private static long known(ActiveChecker checker) {
    return checker.state.live.all().stream().filter(e -> e.site() != null).count();
  }

  @Test
  void noMoreAreHeldThanAllowed() {
    ActiveChecker checker = checker(SiteMode.ALWAYS, 3);
    List<Object> held = Program.open(checker, 10);

    LeakReport report = report(checker);
    assertThat(report.sitesKnown()).isEqualTo(3);
    assertThat(report.leaked()).isEqualTo(10);
    assertThat(report.headline()).endsWith("; registration site known for 3 of them.");
    assertThat(report.groups()).hasSize(2);
    assertThat(report.groups().get(0).fingerprint())
        .isEqualTo("dev.rollcall.testing.Program$Opened@unknown");
    assertThat(report.groups().get(0).count()).isEqualTo(7);
    assertThat(report.groups().get(0).site()).isEmpty();
    assertThat(held).hasSize(10);
  }

  @Test
  void unregisteringGivesThemBack() {
    ActiveChecker checker = checker(SiteMode.ALWAYS, 3);
    for (int round = 0; round < 5; round++) {
      List<Object> held = Program.open(checker, 4);
      held.forEach(checker::unregister);
    }
    List<Object> last = Program.open(checker, 4);

    assertThat(known(checker)).isEqualTo(3);
    assertThat(last).hasSize(4);
  }

  @Test
  void aRefusedRegistrationGivesItBack() {
    ActiveChecker checker = checker(SiteMode.ALWAYS, 3);
    Object twice = Program.open(checker, 1).get(0);
    for (int i = 0; i < 10; i++) {
      checker.register(twice);
    }
    List<Object> more = Program.open(checker, 2);

    assertThat(known(checker)).isEqualTo(3);
    assertThat(more).hasSize(2);
  }

  /** A resolved site is shared, so it no longer counts. */
  @Test
  void resolvingGivesThemBackOnce() {
    ActiveChecker checker = checker(SiteMode.ALWAYS, 3);
    List<Object> held = Program.open(checker, 3);
    report(checker);
    report(checker);
    held.forEach(checker::unregister);
    List<Object> more = Program.open(checker, 4);

    assertThat(known(checker)).isEqualTo(3);
    assertThat(more).hasSize(4);
  }

  /** Where as many are shared as may be, each that is resolved takes memory of its own. */
  @Test
  void aSiteThatIsNotSharedCountsOn() {
    ActiveChecker checker = checker(SiteMode.ALWAYS, 2);
    List<Object> held = new ArrayList<>(Program.open(checker, 1));
    held.addAll(Program.openElsewhere(checker, 1));
    assertThat(known(checker)).isEqualTo(2);
    held.addAll(Program.open(checker, 1, "at a third"));
    assertThat(known(checker)).isEqualTo(3);
    held.addAll(Program.open(checker, 2));
    assertThat(known(checker)).isEqualTo(4);

    held.forEach(checker::unregister);
    List<Object> more = Program.open(checker, 3);
    assertThat(known(checker)).isEqualTo(2);
    assertThat(more).hasSize(3);
  }

  @Test
  void oneCallSiteIsOneSite() {
    ActiveChecker checker = checker(SiteMode.ALWAYS, 100);
    List<Object> held = Program.open(checker, 2);

    List<Entry> entries = Entries.byAge(checker);
    assertThat(checker.state.sites.of(entries.get(0)))
        .isNotNull()
        .isSameAs(checker.state.sites.of(entries.get(1)));
    assertThat(held).hasSize(2);
  }

  /** A program has many more stacks than places, and a stack may be long. */
  @Test
  void sitesShareTheirFrames() {
    ActiveChecker checker = checker(SiteMode.ALWAYS, 100);
    List<Object> held = new ArrayList<>();
    for (boolean here : new boolean[] {true, false}) {
      held.addAll(here ? Program.open(checker, 1) : Program.openElsewhere(checker, 1));
    }

    List<List<StackTraceElement>> sites =
        Entries.byAge(checker).stream()
            .map(entry -> requireNonNull(entry.site()).frames())
            .toList();
    StackTraceElement outermost = sites.get(0).get(sites.get(0).size() - 1);
    assertThat(sites.get(1).get(sites.get(1).size() - 1)).isSameAs(outermost);
    assertThat(sites.get(0)).isNotEqualTo(sites.get(1));
    assertThat(held).hasSize(2);
  }

  @Test
  void neverMeansNever() {
    ActiveChecker checker = checker(SiteMode.NEVER, 100);
    List<Object> held = Program.open(checker, 1);

    assertThat(known(checker)).isZero();
    assertThat(report(checker).headline()).endsWith("in 1 group.");
    assertThat(held).hasSize(1);
  }

  @Test
  void noneMayBeHeldIsNever() {
    ActiveChecker checker = checker(SiteMode.ALWAYS, 0);
    List<Object> held = Program.open(checker, 1);

    assertThat(known(checker)).isZero();
    assertThat(held).hasSize(1);
  }

  @Test
  void recordedMeansNotWhileTheRecordingTakesThem() throws Exception {
    // A started checker opens the door.
    Checkers.start(new State(1, Settings.separate(LeakMode.WARN, SiteMode.RECORDED, ""), null));
    ActiveChecker checker = checker(SiteMode.RECORDED, 100);
    List<Object> before = Program.open(checker, 1);
    assertThat(known(checker)).isEqualTo(1);

    Recorded.during(
        () -> {
          before.addAll(Program.open(checker, 1));
          assertThat(known(checker)).isEqualTo(1);
        });
    Recorded.during(
        recording -> recording.enable("rollcall.Register").withoutStackTrace(),
        () -> {
          before.addAll(Program.open(checker, 1));
          assertThat(known(checker)).isEqualTo(2);
        });
    Recorded.during(
        recording -> recording.disable("rollcall.Register"),
        () -> {
          before.addAll(Program.open(checker, 1));
          assertThat(known(checker)).isEqualTo(3);
        });
    before.addAll(Program.open(checker, 1));
    assertThat(known(checker)).isEqualTo(4);
  }
}
