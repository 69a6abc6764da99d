package dev.rollcall.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.internal.settings.TypePatternsTest;
import org.junit.jupiter.api.Test;

/** What {@link TypePatternsTest} does not try: names that no compiler would write. */
class GlobTest {
  @Test
  void aStarStandsForLineBreaksToo() {
    assertThat(Glob.of("a*z").matches("a\nz")).isTrue();
  }

  @Test
  void whatQuotesInAPatternOfJavaIsText() {
    assertThat(Glob.of("a\\Eb*").matches("a\\Ebc")).isTrue();
    assertThat(Glob.of("a.b").matches("axb")).isFalse();
  }

  @Test
  void manyStarsAreOne() {
    assertThat(Glob.of("*".repeat(1_000)).matches("x".repeat(1_000))).isTrue();
    assertThat(Glob.of("a***b").matches("ab")).isTrue();
  }
}
