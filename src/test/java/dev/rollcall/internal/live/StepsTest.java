package dev.rollcall.internal.live;

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
    assertThat(steps.take(2)).isEqualTo(1);
    assertThat(steps.take(3)).isEqualTo(2);
    assertThat(steps.sequence()).isEqualTo(2);
    assertThat(steps.count()).isEqualTo(3);
  }

  @Test
  void aTouchLeavesTheCount() {
    assertThat(steps.take()).isEqualTo(1);
    assertThat(steps.count()).isEqualTo(-1);
    steps.take(5);
    assertThat(steps.take()).isEqualTo(3);
    assertThat(steps.count()).isEqualTo(5);
  }

  @Test
  void aCountThatDoesNotFitIsTheLargest() {
    steps.take(1L << 40);

    assertThat(steps.count()).isEqualTo(Integer.MAX_VALUE);
    assertThat(steps.sequence()).isEqualTo(1);
  }

  @Test
  void anEarlierNoteThatComesLateIsDropped() {
    steps.note(7, 3);
    steps.note(6, 4);
    steps.note(5);

    assertThat(steps.sequence()).isEqualTo(7);
    assertThat(steps.count()).isEqualTo(3);
    steps.note(9);
    assertThat(steps.sequence()).isEqualTo(9);
    assertThat(steps.count()).isEqualTo(3);
  }

  @Test
  void sequencesAreComparedModulo() {
    steps.note(Integer.MAX_VALUE, 3);
    steps.note(Integer.MIN_VALUE, 4);

    assertThat(steps.sequence()).isEqualTo(Integer.MIN_VALUE);
    assertThat(steps.count()).isEqualTo(4);
    steps.note(Integer.MAX_VALUE, 5);
    assertThat(steps.count()).isEqualTo(4);
  }
}
