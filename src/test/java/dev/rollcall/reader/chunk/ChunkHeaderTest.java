package dev.rollcall.reader.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChunkHeaderTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void aHeaderIsReadAsItWasWritten() throws Exception {
    ChunkHeader header = new ChunkHeader(1L << 40, 2, 3, 4, 5, 6, 7, 255, true);
    ChunkHeader closed = new ChunkHeader(68, -1, -2, -3, -4, -5, -6, ChunkHeader.CLOSED, false);
    Path path = directory.resolve("two.jfr");
    byte[] bytes = new byte[2 * ChunkHeader.BYTES];
    header.bytes().get(bytes, 0, ChunkHeader.BYTES);
    closed.bytes().get(bytes, ChunkHeader.BYTES, ChunkHeader.BYTES);
    Files.write(path, bytes);

    try (FileChannel file = FileChannel.open(path)) {
      assertThat(ChunkHeader.read(file, 0)).isEqualTo(header);
      assertThat(ChunkHeader.read(file, ChunkHeader.BYTES)).isEqualTo(closed);
      assertThat(ChunkHeader.read(file, 1)).isNull();
    }
  }
}
