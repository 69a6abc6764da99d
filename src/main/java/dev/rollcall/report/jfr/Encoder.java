package dev.rollcall.report.jfr;

import dev.rollcall.reader.chunk.CompressedNumber;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes as a chunk has them: numbers compressed, and text in UTF-8. */
final class Encoder {
  private static final int NULL = 0;
  private static final int UTF_8 = 3;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Encoder number(long value) {
    CompressedNumber.write(value, bytes);
    return this;
  }

  Encoder numbers(long... values) {
    for (long value : values) {
      number(value);
    }
    return this;
  }

  Encoder text(@Nullable String text) {
    if (text == null) {
      return number(NULL);
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    bytes.write(UTF_8);
    number(utf8.length);
    bytes.writeBytes(utf8);
    return this;
  }

  Encoder all(Encoder other) {
    bytes.writeBytes(other.bytes.toByteArray());
    return this;
  }

  /** All of it as an event: after its size, which counts itself. */
  byte[] event() {
    int size = bytes.size() + 1;
    while (size != bytes.size() + CompressedNumber.length(size)) {
      size = bytes.size() + CompressedNumber.length(size);
    }
    Encoder event = new Encoder().number(size);
    event.bytes.writeBytes(bytes.toByteArray());
    return event.bytes.toByteArray();
  }
}
