package dev.rollcall.cli.option;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandardInputTest {
  /** A recording tells more of a program than other users of the machine are to know. */
  @Test
  void onlyItsOwnerReadsWhatIsKept() throws Exception {
    byte[] bytes = {1, 2, 3};
    Path kept;
    try (StandardInput input = new StandardInput(new ByteArrayInputStream(bytes))) {
      kept = input.expand(List.of("-")).files().get(0).file();
      assertThat(kept).hasBinaryContent(bytes);
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        assertThat(Files.getPosixFilePermissions(kept)).containsOnly(OWNER_READ, OWNER_WRITE);
      }
    }
    assertThat(kept).doesNotExist();
  }
}
