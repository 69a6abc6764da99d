package dev.rollcall.agent.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TrackTest {
  @ParameterizedTest
  @CsvSource({
    "com.acme.Session, com.acme.Session, true",
    "com.acme.Session, com.acme.Sessions, false",
    "com.acme.*Session, com.acme.Session, true",
    "com.acme.*Session, com.acme.HttpSession, true",
    "com.acme.**.*Session, com.acme.Session, true",
    "com.acme.**.*Session, com.acme.web.HttpSession, true",
    "com.acme.**.*Session, com.acme.web.low.Session, true",
    "com.acme.**.*Session, com.acmes.web.Session, false",
    "com.acme.**, com.acme.web.Session, true",
    "**.Session, com.acme.Session, true",
    "com.acme.Outer$*, com.acme.Outer$Inner, true",
    "com.acme.Session, comXacme.Session, false",
  })
  void matchesNamesOfClasses(String pattern, String name, boolean expected) {
    assertThat(Track.parse(pattern).pattern().matches(name)).isEqualTo(expected);
  }

  @Test
  void endsByTheUsualMethodsWithoutParameters() {
    assertThat(Track.parse("com.acme.Session").ends())
        .containsExactlyInAnyOrder("close()", "release()", "shutdown()");
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.acme.Session:free", " com.acme.Session : free "})
  void orByTheOneThatIsNamed(String text) {
    assertThat(Track.parse(text).ends()).containsExactly("free(");
    assertThat(Track.parse(text).pattern().matches("com.acme.Session")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":close", "com/acme/Session", "com.acme.Session;", "a b"})
  void refusesWhatNamesNoClass(String text) {
    assertThatThrownBy(() -> Track.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("track=%s names no class: use a pattern as com.acme.**.*Session", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "**", "*.*", "**.*:close"})
  void refusesEveryClass(String text) {
    assertThatThrownBy(() -> Track.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("track=%s would track every class: begin the pattern with a package", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.acme.A:", "com.acme.A:close()", "com.acme.A:a.b", "com.acme.A:a:b"})
  void refusesWhatNamesNoMethod(String text) {
    assertThatThrownBy(() -> Track.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "track=%s names no method: write its name alone, as track=com.acme.A:close", text);
  }
}
