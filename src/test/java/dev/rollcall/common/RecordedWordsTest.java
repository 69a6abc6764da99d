package dev.rollcall.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words are part of the recording format: they must never change. */
class RecordedWordsTest {
  @Test
  void aPhaseHasTheWordThatRecordingsCarry() {
    assertThat(Stream.of(Phase.START, Phase.CHUNK, Phase.EXIT).map(Phase::word))
        .containsExactly("start", "chunk", "exit");
    assertThat(Phase.values()).allMatch(phase -> Phase.of(phase.word()) == phase);
  }

  @Test
  void aTriggerHasTheWordThatRecordingsCarry() {
    assertThat(Stream.of(Trigger.DEMAND, Trigger.FINAL, Trigger.EXIT).map(Trigger::word))
        .containsExactly("demand", "final", "exit");
    assertThat(Trigger.values()).allMatch(trigger -> Trigger.of(trigger.word()) == trigger);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Exit", "hourly"})
  void aWordOfALaterVersionIsNoError(String word) {
    assertThat(Phase.of(word)).isEqualTo(Phase.UNKNOWN);
    assertThat(Trigger.of(word)).isEqualTo(Trigger.UNKNOWN);
  }

  @Test
  void aWordIsTheSameInEveryLanguage() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertThat(Phase.EXIT.word()).isEqualTo("exit");
      assertThat(Trigger.FINAL.word()).isEqualTo("final");
    } finally {
      Locale.setDefault(before);
    }
  }
}
