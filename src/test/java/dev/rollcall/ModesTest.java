package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of {@link LeakMode} and {@link SiteMode}. */
class ModesTest {
  @ParameterizedTest
  @EnumSource
  void aLeakModeReadsWhatItPrints(LeakMode mode) {
    assertThat(LeakMode.parse(mode.toString())).isEqualTo(mode);
    assertThat(LeakMode.parse(mode.name())).isEqualTo(mode);
  }

  @ParameterizedTest
  @EnumSource
  void aSiteModeReadsWhatItPrints(SiteMode mode) {
    assertThat(SiteMode.parse(mode.toString())).isEqualTo(mode);
    assertThat(SiteMode.parse(mode.name())).isEqualTo(mode);
  }

  @Test
  void theWordsAreStable() {
    assertThat(LeakMode.values())
        .extracting(LeakMode::toString)
        .containsExactly("off", "warn", "fail");
    assertThat(SiteMode.values())
        .extracting(SiteMode::toString)
        .containsExactly("always", "never", "recorded", "both");
  }

  /** In Turkish the small letter of I is another one. */
  @Test
  void theWordsDependOnNoLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(new Locale.Builder().setLanguage("tr").build());
      assertThat(LeakMode.FAIL).hasToString("fail");
      assertThat(LeakMode.parse("FAIL")).isEqualTo(LeakMode.FAIL);
      assertThat(LeakMode.parse("fail")).isEqualTo(LeakMode.FAIL);
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "on", "true", "warn ", "warning"})
  void anotherWordIsRefused(String word) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LeakMode.parse(word))
        .withMessage("unknown leak mode '%s': use off, warn or fail", word);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SiteMode.parse(word))
        .withMessage("unknown site mode '%s': use always, never, recorded or both", word);
  }
}
