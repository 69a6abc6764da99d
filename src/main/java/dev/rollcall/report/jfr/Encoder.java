package dev.rollcall.report.jfr;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes as a chunk has them: integers compressed, seven bits to a byte, and text in UTF-8. */
final class Encoder {
  private static final int NULL = 0;
  private static final int UTF_8 = 3;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Low bits first; the highest bit of a byte says that more follow, but the ninth is whole. */
  Encoder number(long value) {
    long rest = value;
    for (int i = 0; i < 8; i++) {
      if ((rest & ~0x7fL) == 0) {
        bytes.write((int) rest);
        return this;
      }
      bytes.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    bytes.write((int) rest);
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
    while (size != bytes.size() + length(size)) {
      size = bytes.size() + length(size);
    }
    Encoder event = new Encoder().number(size);
    event.bytes.writeBytes(bytes.toByteArray());
    return event.bytes.toByteArray();
  }

  private static int length(int number) {
    return new Encoder().number(number).bytes.size();
  }
}
