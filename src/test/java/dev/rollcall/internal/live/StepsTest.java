package dev.rollcall.internal.live;

import static dev.rollcall.event.StepKind.RETAIN;
import static dev.rollcall.event.StepKind.TOUCH;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The sequence and the count of the recorded steps of a resource. */
class StepsTest {
  private final Steps steps = new Steps();

  @Test
  void nothingIsKnownAtFirst() {
    assertThat(steps.sequence()).isZero();
    assertThat(steps.count()).isEqualTo(-1);
  }

  @Test
  void aStepAdvancesBoth() {
    assertThat(steps.take(RETAIN, 2)).isEqualTo(1);
    assertThat(steps.take(RETAIN, 3)).isEqualTo(2);
    assertThat(steps.sequence()).isEqualTo(2);
    assertThat(steps.count()).isEqualTo(3);
  }

  @Test
  void aTouchLeavesTheCount() {
    assertThat(steps.take(TOUCH, -1)).isEqualTo(1);
    assertThat(steps.count()).isEqualTo(-1);
    steps.take(RETAIN, 5);
    assertThat(steps.take(TOUCH, -1)).isEqualTo(3);
    assertThat(steps.count()).isEqualTo(5);
  }

  @Test
  void aCountThatDoesNotFitIsTheLargest() {
    steps.take(RETAIN, 1L << 40);

    assertThat(steps.count()).isEqualTo(Integer.MAX_VALUE);
    assertThat(steps.sequence()).isEqualTo(1);
  }

  @Test
  void anEarlierNoteThatComesLateIsDropped() {
    steps.note(RETAIN, 7, 3);
    steps.note(RETAIN, 6, 4);
    steps.note(TOUCH, 5, -1);

    assertThat(steps.sequence()).isEqualTo(7);
    assertThat(steps.count()).isEqualTo(3);
    steps.note(TOUCH, 9, -1);
    assertThat(steps.sequence()).isEqualTo(9);
    assertThat(steps.count()).isEqualTo(3);
  }

  @Test
  void sequencesAreComparedModulo() {
    steps.note(RETAIN, Integer.MAX_VALUE, 3);
    steps.note(RETAIN, Integer.MIN_VALUE, 4);

    assertThat(steps.sequence()).isEqualTo(Integer.MIN_VALUE);
    assertThat(steps.count()).isEqualTo(4);
    steps.note(RETAIN, Integer.MAX_VALUE, 5);
    assertThat(steps.count()).isEqualTo(4);
  }
}
