package dev.rollcall.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the setting; what JFR makes of it is in FollowedLivesTest. */
class LivesSettingTest {
  private final LivesSetting setting = new LivesSetting.OfUses();

  @AfterEach
  void asItWas() {
    setting.setValue("all");
  }

  @ParameterizedTest
  @CsvSource({
    "all, -1",
    "off, 0",
    "0/s, 0",
    "1/s, 1",
    "10/s, 10",
    "1000/s, 1000",
    "99999999999/s, 100000000",
  })
  void aWordStandsForANumber(String word, int perSecond) {
    setting.setValue(word);

    assertThat(LivesSetting.OfUses.perSecond).isEqualTo(perSecond);
    assertThat(setting.getValue()).isEqualTo(word);
  }

  /** JFR writes the exception to its log, and goes on. */
  @ParameterizedTest
  @ValueSource(strings = {"", "none", "100", "/s", "-1/s", "100 /s", "100/m", "1.5/s"})
  void anotherIsRefusedAndStandsForAll(String word) {
    setting.setValue("10/s");

    assertThatThrownBy(() -> setting.setValue(word))
        .hasMessage("'" + word + "' is no number of lives: use all, off, or a number as in 100/s");
    assertThat(LivesSetting.OfUses.perSecond).isEqualTo(LivesSetting.ALL);
  }

  @ParameterizedTest
  @CsvSource({
    "10/s, 100/s, 100/s",
    "1000/s, 100/s, 1000/s",
    "all, 100/s, all",
    "off, 10/s, 10/s",
    "off, all, all",
    "10/s, nonsense, nonsense",
  })
  void whoWantsMostGetsIt(String one, String other, String most) {
    assertThat(setting.combine(Set.of(one, other))).isEqualTo(most);
  }

  /** As JDK 17 does it where there are several recordings. */
  @Test
  void whatWasCombinedIsNotForgotten() {
    String unused = setting.combine(Set.of("10/s", "1000/s"));
    setting.setValue(null);

    assertThat(setting.getValue()).isEqualTo("1000/s");
    assertThat(LivesSetting.OfUses.perSecond).isEqualTo(1_000);
  }

  /** JDK 17 does not ask again for what it has asked before, and has forgotten. */
  @Test
  void whatIsNotSaidIsWhatTheRecordingsWant() {
    setting.setValue("10/s");
    setting.setValue(null);
    LivesSetting.settle(event -> Set.of());
    assertThat(LivesSetting.OfUses.perSecond).isEqualTo(10);

    LivesSetting.settle(event -> event == UseEvent.class ? Set.of("1/s", "7/s") : Set.of());
    assertThat(LivesSetting.OfUses.perSecond).isEqualTo(7);
    LivesSetting.settle(event -> Set.of("8/s"));
    assertThat(LivesSetting.OfUses.perSecond).isEqualTo(7);
  }
}
