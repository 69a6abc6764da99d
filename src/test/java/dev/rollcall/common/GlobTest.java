package dev.rollcall.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rollcall.internal.settings.TypePatternsTest;
import java.time.Duration;
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

  /** A pattern that backtracks would try more ways than there is time for. */
  @Test
  void manyStarsBetweenOthersTakeNoTime() {
    Glob glob = Glob.of("*a".repeat(30) + "b");

    boolean matches =
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> glob.matches("a".repeat(5_000)));

    assertThat(matches).isFalse();
    assertThat(glob.matches("a".repeat(5_000) + "b")).isTrue();
  }

  @Test
  void whatAStarStandsForIsNotUsedTwice() {
    assertThat(Glob.of("ab*ba").matches("aba")).isFalse();
    assertThat(Glob.of("a*b*b").matches("ab")).isFalse();
    assertThat(Glob.of("a*b*b").matches("abb")).isTrue();
    assertThat(Glob.of("").matches("")).isTrue();
    assertThat(Glob.of("").matches("a")).isFalse();
  }
}
