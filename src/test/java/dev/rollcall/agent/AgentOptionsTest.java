package dev.rollcall.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.agent.profile.ProfileName;
import dev.rollcall.agent.profile.Track;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AgentOptionsTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", " , "})
  void watchesWhatIsUsualWhereNothingIsSaid(String text) {
    AgentOptions options = AgentOptions.parse(text);

    assertThat(options.profiles())
        .containsExactly(ProfileName.FILES, ProfileName.SOCKETS, ProfileName.JDBC);
    assertThat(options.tracks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"files,selectors", " files , selectors ", "Selectors,FILES,files,"})
  void readsNames(String text) {
    assertThat(AgentOptions.parse(text).profiles())
        .containsExactly(ProfileName.FILES, ProfileName.SELECTORS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "ALL", "files,all"})
  void readsAll(String text) {
    assertThat(AgentOptions.parse(text).profiles()).containsExactly(ProfileName.values());
  }

  /** Whoever names classes gets them, and not the usual beside them. */
  @Test
  void readsClassesToTrack() {
    AgentOptions options = AgentOptions.parse("track=com.acme.*Session,track=org.Door:lock");

    assertThat(options.profiles()).isEmpty();
    assertThat(options.tracks())
        .extracting(Track::text)
        .containsExactly("com.acme.*Session", "org.Door:lock");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "files sockets", "track", "files;sockets", "none"})
  void refusesWhatItCannotWatch(String word) {
    assertThatThrownBy(() -> AgentOptions.parse("sockets," + word))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'%s' is nothing that the agent can watch: use files, sockets, selectors, jdbc,"
                + " executors, processes, http, netty, arrow, all, or track=PATTERN",
            word);
  }
}
