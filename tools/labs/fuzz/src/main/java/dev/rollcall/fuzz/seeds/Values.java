package dev.rollcall.fuzz.seeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.reader.chunk.CompressedNumber;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Values as a chunk has them. */
final class Values {
  // How a text is written.
  private static final int EMPTY = 1;
  private static final int CONSTANT = 2;
  private static final int UTF8 = 3;
  private static final int CHARS = 4;
  private static final int LATIN1 = 5;

  private Values() {}

  /** Told of each constant that a value names. */
  interface Reference {
    void to(long type, long constant);
  }

  /** Steps over a value of a type. */
  static void skip(ChunkTypes types, long type, ByteBuffer in, Reference references) {
    switch (types.name(type)) {
      case "boolean", "byte" -> in.get();
      case "float" -> in.getFloat();
      case "double" -> in.getDouble();
      case "char", "short", "int", "long" -> CompressedNumber.read(in);
      case "java.lang.String" -> {
        if (in.get(in.position()) == CONSTANT) {
          in.get();
          references.to(type, CompressedNumber.read(in));
        } else {
          text(in);
        }
      }
      default -> types.fields(type).forEach(field -> skip(types, field, in, references));
    }
  }

  private static void skip(
      ChunkTypes types, ChunkTypes.Field field, ByteBuffer in, Reference references) {
    for (long left = field.array() ? CompressedNumber.read(in) : 1; left > 0; left--) {
      if (field.constant()) {
        references.to(field.type(), CompressedNumber.read(in));
      } else {
        skip(types, field.type(), in, references);
      }
    }
  }

  static String text(ByteBuffer in) {
    int encoding = in.get();
    if (encoding <= EMPTY) {
      return "";
    }
    int length = (int) CompressedNumber.read(in);
    if (encoding == CHARS) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < length; i++) {
        text.append((char) CompressedNumber.read(in));
      }
      return text.toString();
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, encoding == LATIN1 ? ISO_8859_1 : UTF_8);
  }

  static void write(String text, ByteArrayOutputStream out) {
    byte[] bytes = text.getBytes(UTF_8);
    out.write(UTF8);
    CompressedNumber.write(bytes.length, out);
    out.writeBytes(bytes);
  }

  /** An event with its size before it. */
  static byte[] event(byte[] content) {
    int size = content.length + 1;
    while (CompressedNumber.length(size) + content.length != size) {
      size = CompressedNumber.length(size) + content.length;
    }
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    CompressedNumber.write(size, event);
    event.writeBytes(content);
    return event.toByteArray();
  }
}
