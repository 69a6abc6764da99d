package dev.rollcall.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WayTest {
  private static final Path JAR = Path.of("agent.jar");

  @Test
  void withoutTheAgentTheProgramRegisters() {
    Way adapter = Way.of(Registrar.ADAPTER);

    assertThat(adapter.words()).isEqualTo("adapter");
    assertThat(adapter.options(JAR)).isEmpty();
    assertThat(adapter.arguments()).isEmpty();
    assertThat(adapter.suffix()).isEmpty();
  }

  @Test
  void theAgentIsToldWhatToWatchAndTheProgramThatItIsThere() {
    Way files = Way.agent("files");

    assertThat(files.words()).isEqualTo("agent: files");
    assertThat(files.options(JAR)).containsExactly("-javaagent:agent.jar=files");
    assertThat(files.arguments()).containsExactly("agent");
    assertThat(files.suffix()).isEqualTo("-agent");
    assertThat(Way.agent("track=a.B:close").words()).isEqualTo("agent: track");
  }
}
