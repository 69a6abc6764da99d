package dev.rollcall.internal.overdue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakMode;
import dev.rollcall.SiteMode;
import dev.rollcall.common.Glob;
import dev.rollcall.common.Labels;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.check.State;
import dev.rollcall.internal.live.CoarseClock;
import dev.rollcall.internal.live.Entries;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.TypeCount;
import dev.rollcall.internal.settings.Expectations;
import dev.rollcall.internal.settings.Settings;
import dev.rollcall.internal.settings.TypePatterns;
import dev.rollcall.testing.Program;
import dev.rollcall.testing.Recorded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in the live map, by looks that the test takes itself. */
class OverdueWatchTest {
  /** Enough for an age that can be told. */
  private static final int TENTHS = 6;

  private static final long HOUR = TimeUnit.HOURS.toNanos(1);

  private static int checkers = 1_000_000;

  private final ActiveChecker checker = checker("*Opened");

  private static ActiveChecker checker(String pattern) {
    Settings settings =
        new Settings(
            LeakMode.WARN,
            SiteMode.ALWAYS,
            50_000,
            TypePatterns.parse("*Ignored"),
            Duration.ZERO,
            0,
            Settings.ReportTarget.STDERR,
            true,
            new Expectations(
                List.of(new Expectations.Expectation(Glob.of(pattern), Duration.ofMillis(100)))),
            Labels.NONE);
    return new ActiveChecker(new State(checkers++, settings, null));
  }

  /** The door to JFR is opened by a checker that takes part; these do not. */
  @BeforeAll
  static void openTheDoor() {
    assertThat(LeakChecker.builder().build()).isNotNull();
  }

  private static void awaitAge() {
    CoarseClock.tick();
    int now = CoarseClock.now();
    while (CoarseClock.now() - now <= TENTHS) {
      LockSupport.parkNanos(10_000_000);
      CoarseClock.tick();
    }
  }

  /** A whole pass, in one look, however long it takes. */
  private static void look(ActiveChecker checker) {
    boolean all = requireNonNull(checker.state.overdue).lookOn(System.nanoTime() + HOUR);
    assertThat(all).isTrue();
  }

  private static int overdue(ActiveChecker checker) {
    return checker.state.types.all().stream().mapToInt(TypeCount::overdue).sum();
  }

  private List<RecordedEvent> events(Recorded recorded) {
    return recorded.all("rollcall.Overdue", checker.state.id);
  }

  @Test
  void nobodyLooksWhereNothingIsExpected() {
    State state = new State(1, Settings.separate(LeakMode.WARN, SiteMode.ALWAYS, ""), null);

    assertThat(state.overdue).isNull();
  }

  @Test
  void onlyWhatIsTooOldAndNotIgnoredIsOverdue() {
    Object other = new Object();
    checker.register(other);
    List<Object> old = Program.open(checker, 3);
    checker.ignore(old.get(2));
    awaitAge();
    List<Object> young = Program.open(checker, 2);
    look(checker);

    assertThat(overdue(checker)).isEqualTo(2);
    assertThat(young).hasSize(2);
    checker.unregister(old.get(0));
    assertThat(overdue(checker)).isEqualTo(1);
    assertThat(checker.isRegistered(other)).isTrue();
  }

  @Test
  void whatIsIgnoredLaterIsOverdueNoLonger() {
    List<Object> opened = Program.open(checker, 2);
    awaitAge();
    look(checker);
    assertThat(overdue(checker)).isEqualTo(2);

    checker.ignore(opened.get(0));
    look(checker);

    assertThat(overdue(checker)).isEqualTo(1);
    opened.forEach(checker::unregister);
    assertThat(overdue(checker)).isZero();
  }

  @Test
  void entriesOfOtherTypesKeepNoHolder() {
    Object other = new Object();
    checker.register(other);
    List<Object> expected = Program.open(checker, 1);

    List<Entry> entries = Entries.byAge(checker);
    assertThat(entries.get(0).held()).isNull();
    assertThat(requireNonNull(entries.get(1).held()).thread()).isSameAs(Thread.currentThread());
    assertThat(expected).hasSize(1);
  }

  @Test
  void eachIsRecordedOnceHoweverManyRecordingsRun(@TempDir Path directory) throws Exception {
    List<Object> old = Program.open(checker, 2);
    Path second = directory.resolve("second.jfr");
    Recorded first =
        Recorded.during(
            () -> {
              try (Recording other = new Recording()) {
                other.start();
                awaitAge();
                look(checker);
                look(checker);
                checker.unregister(old.get(0));
                other.dump(second);
              }
            });

    for (Recorded recorded : List.of(first, Recorded.read(second))) {
      assertThat(events(recorded))
          .extracting(event -> event.getBoolean("returned"))
          .containsExactly(false, false, true);
      assertThat(events(recorded))
          .extracting(event -> event.getString("holderStack") != null)
          .as("one stack a group and look")
          .containsExactlyInAnyOrder(true, false, false);
    }
    assertThat(Files.size(second)).isPositive();
  }

  /** As the end of each chunk does, the first that began after it was found included. */
  @Test
  void whatIsOverdueIsRecordedAgain() throws Exception {
    List<Object> old = Program.open(checker, 3);
    awaitAge();
    look(checker); // no recording runs
    List<Entry> entries = Entries.byAge(checker);
    checker.ignore(old.get(2));
    Recorded recorded =
        Recorded.during(
            () -> {
              entries.forEach(OverdueWatch::recordAgain);
              entries.forEach(OverdueWatch::recordAgain);
              checker.unregister(old.get(0));
              entries.forEach(OverdueWatch::recordAgain);
            });

    long first = entries.get(0).id;
    long second = entries.get(1).id;
    assertThat(events(recorded))
        .extracting(event -> event.getLong("resourceId"))
        .containsExactly(first, second, first, second, first, second);
    assertThat(events(recorded))
        .extracting(event -> event.getBoolean("returned"))
        .containsExactly(false, false, false, false, true, false);
  }

  @Test
  void eventsAreBoundedAndCountTheRest() throws Exception {
    List<Object> old = Program.open(checker, 1_000);
    Recorded recorded =
        Recorded.during(
            () -> {
              awaitAge();
              look(checker);
              assertThat(overdue(checker)).isEqualTo(1_000);
              old.forEach(checker::unregister);
              requireNonNull(checker.state.overdue).look();
            });

    assertThat(overdue(checker)).isZero();
    List<RecordedEvent> events = events(recorded);
    for (boolean returned : new boolean[] {false, true}) {
      List<RecordedEvent> some =
          events.stream().filter(event -> event.getBoolean("returned") == returned).toList();
      assertThat(some).hasSizeBetween(100, 102);
      assertThat(some.stream().mapToLong(event -> 1 + event.getLong("others")).sum())
          .isEqualTo(1_000);
    }
  }

  /** A release at any moment of a look: called and returned, or neither. */
  @Test
  void aReleaseThatRacesWithALookIsToldWithItsCallOrNotAtAll() throws Exception {
    Recorded recorded =
        Recorded.during(
            () -> {
              List<Object> old = Program.open(checker, 1_000);
              awaitAge();
              CyclicBarrier together = new CyclicBarrier(2);
              Thread releasing =
                  new Thread(
                      () -> {
                        await(together);
                        old.forEach(checker::unregister);
                      });
              releasing.start();
              await(together);
              while (releasing.isAlive()) {
                look(checker);
              }
              releasing.join();
              look(checker);
            });

    assertThat(overdue(checker)).isZero();
    List<Long> called = new ArrayList<>();
    for (RecordedEvent event : events(recorded)) {
      long id = event.getLong("resourceId");
      if (event.getBoolean("returned")) {
        assertThat(called).contains(id);
        called.remove(id);
      } else {
        assertThat(called).doesNotContain(id);
        called.add(id);
      }
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
