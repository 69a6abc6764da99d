package dev.rollcall.agent;

import dev.rollcall.agent.profile.ProfileName;
import dev.rollcall.agent.profile.Track;
import dev.rollcall.common.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is watched, and what is not and why, for the line at the start and for every report. Said
 * once when it changes; at most so many classes that are left out are named.
 */
final class Inventory {
  private static final int MOST_NAMED = 20;

  private final AgentOptions options;
  private final boolean isLate;
  private final Consumer<String> saying;
  private final Map<String, String> leftOut = new LinkedHashMap<>();
  private int more;
  private boolean isStarted;

  /**
   * That of an agent.
   *
   * @param isLate whether the program ran before the agent came
   * @param saying told each line that is to be said while the program runs
   */
  Inventory(AgentOptions options, boolean isLate, Consumer<String> saying) {
    this.options = options;
    this.isLate = isLate;
    this.saying = saying;
  }

  /** Notes that something is not watched; said at once if the program runs. */
  void leaveOut(String name, String why) {
    synchronized (this) {
      if (leftOut.containsKey(name)) {
        return;
      }
      if (leftOut.size() == MOST_NAMED) {
        more++;
        return;
      }
      leftOut.put(name, why);
      if (!isStarted) {
        return;
      }
    }
    saying.accept("Rollcall: the agent does not watch " + Printable.of(name + ": " + why) + '.');
  }

  /** From now on what is left out is said at once. */
  synchronized void started() {
    isStarted = true;
  }

  /** All of it in a sentence or two, without a full stop at the end of the last. */
  synchronized String words() {
    StringBuilder words = new StringBuilder("The agent watches ").append(watched());
    if (isLate) {
      words.append("; what was open before it came is unknown");
    }
    List<String> not = new ArrayList<>();
    leftOut.forEach((name, why) -> not.add(name + " (" + why + ')'));
    if (more > 0) {
      not.add(more + " more");
    }
    if (!not.isEmpty()) {
      words.append(". It does not watch ").append(String.join(", ", not));
    }
    return Printable.of(words.toString());
  }

  private String watched() {
    List<String> watched = new ArrayList<>();
    Set<ProfileName> profiles = options.profiles();
    for (ProfileName profile : profiles) {
      if (!leftOut.containsKey(profile.word())) {
        watched.add(profile.word());
      }
    }
    for (Track track : options.tracks()) {
      watched.add(track.text());
    }
    return watched.isEmpty() ? "nothing" : String.join(", ", watched);
  }
}
