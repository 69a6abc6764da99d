package dev.rollcall.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InventoryTest {
  private final List<String> said = new ArrayList<>();

  private Inventory inventory(String options, boolean isLate) {
    return new Inventory(AgentOptions.parse(options), isLate, said::add);
  }

  @Test
  void namesWhatIsWatched() {
    assertThat(inventory("track=com.acme.*:free,sockets,files", false).words())
        .isEqualTo("The agent watches files, sockets, com.acme.*:free");
  }

  @Test
  void saysThatItCameLate() {
    assertThat(inventory("files", true).words())
        .isEqualTo("The agent watches files; what was open before it came is unknown");
  }

  @Test
  void saysWhatIsNotWatchedAndWhy() {
    Inventory inventory = inventory("files,jdbc", true);
    inventory.leaveOut("jdbc", "this Java has no module java.sql");
    inventory.leaveOut("a.B", "it is closed");

    assertThat(inventory.words())
        .isEqualTo(
            "The agent watches files; what was open before it came is unknown. It does not watch"
                + " jdbc (this Java has no module java.sql), a.B (it is closed)");
    assertThat(said).as("there will be a line at the start").isEmpty();
  }

  @Test
  void saysThatNothingIs() {
    Inventory inventory = inventory("jdbc", false);
    inventory.leaveOut("jdbc", "why");

    assertThat(inventory.words())
        .isEqualTo("The agent watches nothing. It does not watch jdbc (why)");
  }

  @Test
  void saysOnceWhatIsLeftOutLater() {
    Inventory inventory = inventory("files", false);
    inventory.started();
    inventory.leaveOut("a.B", "why");
    inventory.leaveOut("a.B", "why else");

    assertThat(said).containsExactly("Rollcall: the agent does not watch a.B: why.");
    assertThat(inventory.words()).endsWith("It does not watch a.B (why)");
  }

  @Test
  void namesTwentyAndCountsTheOthers() {
    Inventory inventory = inventory("files", false);
    inventory.started();
    for (int i = 0; i < 23; i++) {
      inventory.leaveOut("a.B" + i, "why");
    }

    assertThat(inventory.words()).contains("a.B0 (why)").endsWith("a.B19 (why), 3 more");
    assertThat(said).hasSize(20);
  }

  /** A class may be called what it likes, and what fails may say what it likes. */
  @Test
  void printsNothingThatMovesTheCursor() {
    Inventory inventory = inventory("files", false);
    inventory.started();
    inventory.leaveOut("a\u001b[2J", "b\nLEAK: 1");

    assertThat(said.get(0) + inventory.words()).doesNotContain("\u001b", "\n");
  }
}
