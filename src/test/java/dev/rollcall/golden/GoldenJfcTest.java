package dev.rollcall.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings files: their settings and their controls, all but comments. */
final class GoldenJfcTest {
  @ParameterizedTest
  @ValueSource(strings = {"rollcall", "rollcall-profile", "rollcall-production"})
  void settingsAndControls(String name) throws Exception {
    String settings = Files.readString(Path.of("jfc", name + ".jfc"));

    Golden.assertSame(name + ".jfc.txt", Outline.ofXml(settings, Set.of()));
    try (InputStream inJar = LeakChecker.class.getResourceAsStream("jfc/" + name + ".jfc")) {
      assertThat(Objects.requireNonNull(inJar)).hasContent(settings);
    }
  }
}
