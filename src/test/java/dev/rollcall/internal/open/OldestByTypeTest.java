package dev.rollcall.internal.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.check.State;
import dev.rollcall.internal.live.TypeCount;
import dev.rollcall.testing.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How old the oldest of a type is, and how rarely all are looked at for that. */
final class OldestByTypeTest {
  private final LeakChecker checker = LeakChecker.builder().build();
  private final State state = ((ActiveChecker) checker).state;
  private long nanos;
  private long step;
  private final OldestByType oldest = new OldestByType(state.live, () -> nanos += step);
  private final List<Object> opened = new ArrayList<>();

  private void open(int count) {
    opened.addAll(Program.open(checker, count));
  }

  private void close(int count) {
    for (int i = 0; i < count; i++) {
      checker.unregister(opened.remove(0));
    }
  }

  /** The id of the oldest by its age, at a time that makes the age its registration. */
  private long age(long now) {
    oldest.refresh(state.types.all());
    return oldest.ageMillis(type(), now);
  }

  private TypeCount type() {
    return state.types.get(Program.Opened.class);
  }

  private long registeredAt(Object resource) {
    return Objects.requireNonNull(state.live.get(resource)).registeredAt();
  }

  @Test
  void theOldestIsTheFirstThatLives() {
    assertThat(age(0)).isEqualTo(-1);
    assertThat(oldest.looks()).isZero(); // nothing is live

    open(20);
    long now = registeredAt(opened.get(0)) + 5_000;
    assertThat(age(now)).isEqualTo(5_000);
    checker.ignore(opened.get(0));
    assertThat(age(now)).isEqualTo(now - registeredAt(opened.get(1)));
    checker.register(new Object());
    assertThat(oldest.ageMillis(state.types.get(Object.class), now)).isEqualTo(-1);

    close(20);
    assertThat(age(now)).isEqualTo(-1);
  }

  /** Of each type some are remembered, and only when they have ended all are looked at. */
  @Test
  void aLookIsTakenOnlyWhenTheRememberedHaveEnded() {
    open(30);
    assertThat(age(Long.MAX_VALUE)).isPositive();
    for (int i = 0; i < OldestByType.KEPT - 1; i++) {
      close(1);
      open(1);
      assertThat(age(Long.MAX_VALUE)).isPositive();
      assertThat(oldest.looks()).isOne();
    }
    close(1);
    assertThat(age(Long.MAX_VALUE)).isPositive();
    assertThat(oldest.looks()).isEqualTo(2);
  }

  /** A look that took a step of the clock is followed by a hundred without one. */
  @Test
  void aLookThatTookLongIsNotRepeatedSoon() {
    step = 1_000_000;
    open(OldestByType.KEPT + 1);
    assertThat(age(Long.MAX_VALUE)).isPositive();
    close(OldestByType.KEPT);
    int asked = 0;
    while (oldest.looks() == 1) {
      asked++;
      assertThat(asked).isLessThan(200);
      long known = age(Long.MAX_VALUE);
      assertThat(known > 0).isEqualTo(oldest.looks() == 2);
    }
    assertThat(asked).isBetween(99, 101);
  }

  /** What is ignored would be looked for in vain each time. */
  @Test
  void whereAllAreIgnoredNoLookIsRepeated() {
    open(3);
    opened.forEach(checker::ignore);
    for (int i = 0; i < 5; i++) {
      assertThat(age(Long.MAX_VALUE)).isEqualTo(-1);
    }
    assertThat(oldest.looks()).isOne();
    open(1);
    assertThat(age(Long.MAX_VALUE)).isPositive();
  }
}
