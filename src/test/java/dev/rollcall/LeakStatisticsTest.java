package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.check.State;
import java.lang.reflect.Array;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a checker tells of its counts. */
class LeakStatisticsTest {
  private final LeakChecker checker = LeakChecker.builder().ignore("java.lang.Thread").build();

  @Test
  void aNewCheckerHasCountedNothing() {
    assertThat(checker.statistics()).isEqualTo(new LeakStatistics(0, 0, 0, null, null, List.of()));
  }

  @Test
  void countsByType() {
    Object live = new Object();
    List<Object> released = new ArrayList<>();
    checker.register(live);
    checker.register(released);
    checker.unregister(released);
    checker.unregister(released);

    LeakStatistics statistics = checker.statistics();
    assertThat(statistics.registered()).isEqualTo(2);
    assertThat(statistics.unregistered()).isEqualTo(1);
    assertThat(statistics.live()).isEqualTo(1);
    assertThat(statistics.misuses()).isEqualTo(1);
    assertThat(statistics.types())
        .containsExactly(
            new LeakStatistics.TypeCounts("java.lang.Object", 1, 0, 0),
            new LeakStatistics.TypeCounts("java.util.ArrayList", 1, 1, 1));
  }

  @Test
  void whatIsOpenIsToldByType() {
    assertThat(LeakChecker.builder().mode(LeakMode.OFF).build().openByType()).isEmpty();
    assertThat(checker.openByType()).isEmpty();
    List<Object> opened = List.of(new Object(), new Object());
    opened.forEach(checker::register);
    Thread immortal = new Thread();
    checker.register(immortal);

    List<OpenResources> open = checker.openByType();
    assertThat(open)
        .extracting(OpenResources::type)
        .containsExactly("java.lang.Object", "java.lang.Thread");
    assertThat(open).extracting(OpenResources::open).containsExactly(2L, 1L);
    assertThat(open.get(0).oldestAge()).isNotNull().isLessThan(Duration.ofMinutes(1));
    assertThat(open.get(1).oldestAge()).isNull();
    assertThat(open).extracting(OpenResources::growthPerMinute).containsOnlyNulls();
    assertThat(open).extracting(OpenResources::overdue).containsOnly(0L);
    opened.forEach(checker::unregister);
  }

  /** The thread that watches takes a sample as soon as somebody has asked. */
  @Test
  void theGrowthIsWatchedFromTheFirstQuestionOn() {
    State state = ((ActiveChecker) checker).state;
    List<Object> opened = new ArrayList<>();
    assertThat(checker.openByType()).isEmpty();
    for (long minute = 1; minute <= 20; minute++) {
      Object one = new Object();
      opened.add(one);
      checker.register(one);
      state.sample(System.nanoTime() / 1_000_000 + minute * 60_000); // each is due
    }
    Double growth = checker.openByType().get(0).growthPerMinute();
    assertThat(growth).isNotNull().isBetween(4.0, 7.0); // one in each ten seconds
    opened.forEach(checker::unregister);
  }

  @Test
  void theOldestIsOfThoseThatAreNotIgnored() {
    Thread immortal = new Thread();
    checker.register(immortal);
    assertThat(checker.statistics().oldestAge()).isNull();

    Object live = new Object();
    checker.register(live);
    assertThat(checker.statistics().oldestAge()).isNotNull().isLessThan(Duration.ofMinutes(1));
    checker.unregister(live);
    assertThat(checker.statistics().oldestAge()).isNull();
    assertThat(checker.statistics().live()).isEqualTo(1);
    checker.unregister(immortal);
  }

  @Test
  void knowsTheLatestCheckAndMakesNone() {
    Object live = new Object();
    checker.register(live);
    assertThat(checker.statistics().lastCheck()).isNull();

    LeakReport report = checker.check();
    checker.unregister(live);
    assertThat(checker.statistics().lastCheck())
        .isEqualTo(new LeakStatistics.LastCheck(report.time(), 1));
  }

  /** Types are as many as a program has classes; what reads this must not grow with them. */
  @Test
  void sumsUpWhatIsBeyondTheFirstTypes() {
    List<Object> arrays = new ArrayList<>();
    for (int dimensions = 1; dimensions <= LeakStatistics.MAX_TYPES + 7; dimensions++) {
      arrays.add(Array.newInstance(int.class, new int[dimensions]));
    }
    arrays.forEach(checker::register);
    checker.unregister(arrays.get(arrays.size() - 1));

    List<LeakStatistics.TypeCounts> types = checker.statistics().types();
    assertThat(types).hasSize(LeakStatistics.MAX_TYPES + 1);
    assertThat(types.get(0).type()).isEqualTo("int[]");
    assertThat(types.get(LeakStatistics.MAX_TYPES))
        .isEqualTo(new LeakStatistics.TypeCounts(LeakStatistics.OTHER, 7, 1, 0));
    assertThat(checker.statistics().live()).isEqualTo(arrays.size() - 1);
  }

  @Test
  void offHasNone() {
    LeakChecker off = LeakChecker.builder().mode(LeakMode.OFF).build();
    off.register(new Object());

    assertThat(off.statistics()).isEqualTo(new LeakStatistics(0, 0, 0, null, null, List.of()));
  }
}
