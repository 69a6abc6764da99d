package dev.rollcall.agent;

import dev.rollcall.agent.profile.ProfileName;
import dev.rollcall.agent.profile.Track;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What follows the agent's jar: names of profiles and {@code track=PATTERN}, separated by commas.
 *
 * @param profiles what is watched
 * @param tracks which classes beside them
 */
record AgentOptions(Set<ProfileName> profiles, List<Track> tracks) {
  private static final String TRACK = "track=";
  private static final String ALL = "all";

  /** Of a label. */
  private static final int LONGEST = 256;

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException with one sentence that says what may stand there
   */
  static AgentOptions parse(String text) {
    Set<ProfileName> profiles = EnumSet.noneOf(ProfileName.class);
    List<Track> tracks = new ArrayList<>();
    for (String each : text.split(",", -1)) {
      String word = each.strip();
      if (word.startsWith(TRACK)) {
        tracks.add(Track.parse(word.substring(TRACK.length())));
      } else if (word.equalsIgnoreCase(ALL)) {
        profiles.addAll(EnumSet.allOf(ProfileName.class));
      } else if (!word.isEmpty()) {
        profiles.add(profile(word));
      }
    }
    return profiles.isEmpty() && tracks.isEmpty()
        ? new AgentOptions(ProfileName.USUAL, List.of())
        : new AgentOptions(profiles, tracks);
  }

  /** All of it without a comma, as a label has it; cut where it is longer than one may be. */
  String words() {
    StringBuilder words = new StringBuilder();
    for (ProfileName profile : profiles) {
      words.append(words.isEmpty() ? "" : " ").append(profile.word());
    }
    for (Track track : tracks) {
      words.append(words.isEmpty() ? "" : " ").append(track.text());
    }
    return words.substring(0, Math.min(words.length(), LONGEST));
  }

  private static ProfileName profile(String word) {
    for (ProfileName name : ProfileName.values()) {
      if (name.word().equals(word.toLowerCase(Locale.ROOT))) {
        return name;
      }
    }
    throw new IllegalArgumentException(
        "'"
            + word
            + "' is nothing that the agent can watch: use "
            + ProfileName.words()
            + ", all, or track=PATTERN");
  }
}
