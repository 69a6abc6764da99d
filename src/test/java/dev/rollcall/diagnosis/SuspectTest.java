package dev.rollcall.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.diagnosis.evidence.EvidenceKind;
import org.junit.jupiter.api.Test;

/** What a suspect's sentence says was found, and what to do about it. */
final class SuspectTest {
  private static Suspect suspect(String evidence) {
    return new Suspect(
        EvidenceKind.ABSENCE,
        new StackTraceElement("com.acme.Server", "run", "Server.java", 7),
        0.5,
        evidence,
        Suspect.Confidence.LOW);
  }

  @Test
  void whatToDoStandsBehindAColon() {
    Suspect suspect = suspect("Server.run kept 2 of 2: if no longer in use, release them: there.");

    assertThat(suspect.found()).isEqualTo("Server.run kept 2 of 2.");
    assertThat(suspect.todo()).isEqualTo("If no longer in use, release them: there.");
    assertThat(suspect.remarked(" (as far as known)").found())
        .isEqualTo("Server.run kept 2 of 2 (as far as known).");
  }

  @Test
  void whatStandsInParenthesesIsNothingToDo() {
    Suspect suspect = suspect("Server.run kept 2 of 2 (weak: none was released): release them.");

    assertThat(suspect.found()).isEqualTo("Server.run kept 2 of 2 (weak: none was released).");
    assertThat(suspect.todo()).isEqualTo("Release them.");
    assertThat(suspect.remarked("!").evidence())
        .isEqualTo("Server.run kept 2 of 2 (weak: none was released)!: release them.");
  }

  @Test
  void aSentenceMaySayNothingOfWhatToDo() {
    Suspect suspect = suspect("Server.run kept 2 of 2.");

    assertThat(suspect.found()).isEqualTo("Server.run kept 2 of 2.");
    assertThat(suspect.todo()).isEmpty();
    assertThat(suspect.remarked(" so far").evidence()).isEqualTo("Server.run kept 2 of 2 so far.");
  }
}
