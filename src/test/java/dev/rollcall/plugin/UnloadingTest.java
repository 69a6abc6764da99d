package dev.rollcall.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.ChildJvm;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A plug-in that has used the checker is unloaded when its host lets go of it. */
class UnloadingTest {
  private static final String[] ALL = Stream.of(Way.values()).map(Way::name).toArray(String[]::new);

  private static List<String> lines = List.of();

  private static List<String> run(String... options) throws Exception {
    return new ChildJvm()
        .options("-Drollcall.mode=warn")
        .options(options)
        .run(Host.class, ALL)
        .with(0)
        .out()
        .lines()
        .toList();
  }

  @BeforeAll
  static void runAll() throws Exception {
    lines = run();
  }

  @ParameterizedTest
  @EnumSource
  void isUnloaded(Way way) {
    assertThat(lines).contains(way + " unloaded");
  }

  /** The flight recorder holds none either. */
  @Test
  void allAreUnloadedWhileARecordingRuns() throws Exception {
    assertThat(run("-XX:StartFlightRecording:settings=jfc/rollcall-profile.jfc"))
        .contains(Stream.of(ALL).map(way -> way + " unloaded").toArray(String[]::new));
  }
}
