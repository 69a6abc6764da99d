package dev.rollcall.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.cli.Ran;
import dev.rollcall.reader.packed.Packer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a recording is packed, the same is found in it. */
final class GoldenPackedTest {
  @TempDir private Path directory = Path.of("");

  @ParameterizedTest
  @EnumSource
  void theSameIsFound(Packer packer) throws Exception {
    for (String name : Recordings.NAMES) {
      Path plain = Path.of(Recordings.get(name));
      Path packed = directory.resolve(name + packer.ending());
      Files.write(packed, packer.pack(Files.readAllBytes(plain)));

      Ran found = Ran.of("report", "--format", "json", plain.toString());
      Ran again = Ran.of("report", "--format", "json", packed.toString());

      assertThat(again.err()).isEqualTo(found.err());
      String called = again.out().replaceAll("\"file\" : \"[^\"]*\"", "\"file\" : \"it\"");
      assertThat(called)
          .isEqualTo(found.out().replaceAll("\"file\" : \"[^\"]*\"", "\"file\" : \"it\""));
      assertThat(again.code()).isEqualTo(found.code());
      assertThat(again.out()).contains(packed + (packer.isArchive() ? "!/app.jfr" : "\""));
    }
  }
}
