package dev.rollcall.hostile;

import dev.rollcall.reader.chunk.ChunkHeader;
import dev.rollcall.reader.chunk.CompressedNumber;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Where the parts of a recording are, as far as it is sound. */
final class Anatomy {
  private Anatomy() {}

  /** A chunk, with the offsets of its events in the file. */
  record Chunk(int offset, int size, List<Integer> events) {
    int end() {
      return offset + size;
    }
  }

  /** The chunks, until one is not sound. */
  static List<Chunk> chunks(byte[] bytes) {
    List<Chunk> chunks = new ArrayList<>();
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int at = 0;
    while (at + ChunkHeader.BYTES <= bytes.length && buffer.getInt(at) == ChunkHeader.MAGIC) {
      long size = buffer.getLong(at + ChunkHeader.SIZE);
      if (size < ChunkHeader.BYTES || size > bytes.length - at) {
        break;
      }
      chunks.add(new Chunk(at, (int) size, events(bytes, at + ChunkHeader.BYTES, at + (int) size)));
      at += (int) size;
    }
    return chunks;
  }

  /** Whether the JVM had finished all chunks. */
  static boolean isFinished(byte[] bytes) {
    return chunks(bytes).stream().allMatch(chunk -> bytes[chunk.offset() + ChunkHeader.STATE] == 0);
  }

  private static List<Integer> events(byte[] bytes, int from, int end) {
    List<Integer> events = new ArrayList<>();
    int at = from;
    while (at < end) {
      events.add(at);
      long size = number(bytes, at);
      if (size <= 0 || size > end - at) {
        break;
      }
      at += (int) size;
    }
    return events;
  }

  /** The compressed number at an offset; 0 beyond the end. */
  static long number(byte[] bytes, int at) {
    int from = Math.min(at, bytes.length);
    return CompressedNumber.read(ByteBuffer.wrap(bytes, from, bytes.length - from));
  }

  /** How many bytes the compressed number at an offset takes. */
  static int length(byte[] bytes, int at) {
    int length = 1;
    while (length < CompressedNumber.LONGEST
        && at + length < bytes.length
        && bytes[at + length - 1] < 0) {
      length++;
    }
    return length;
  }

  /** The offset behind some compressed numbers. */
  static int skip(byte[] bytes, int at, int numbers) {
    int behind = at;
    for (int i = 0; i < numbers && behind < bytes.length; i++) {
      behind += length(bytes, behind);
    }
    return Math.min(behind, bytes.length - 1);
  }

  /** A compressed number in as few bytes as it needs. */
  static byte[] compressed(long number) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CompressedNumber.write(number, bytes);
    return bytes.toByteArray();
  }

  /** The offsets of the lengths of the strings that a chunk's metadata begins with. */
  static List<Integer> metadataStrings(byte[] bytes, Chunk chunk) {
    int at = skip(bytes, part(bytes, chunk, ChunkHeader.METADATA), 5);
    long count = number(bytes, at);
    at += length(bytes, at);
    List<Integer> lengths = new ArrayList<>();
    for (long i = 0; i < count && at + 1 < chunk.end(); i++) {
      int encoding = bytes[at++];
      if (encoding < 3) {
        continue;
      }
      lengths.add(at);
      long length = number(bytes, at);
      at += length(bytes, at);
      if (encoding == 4) {
        at = skip(bytes, at, (int) Math.min(length, bytes.length));
      } else if (length >= 0 && length < chunk.end() - at) {
        at += (int) length;
      } else {
        break;
      }
    }
    return lengths;
  }

  /** The offset of the number of attributes of the metadata's root element. */
  static int metadataTree(byte[] bytes, Chunk chunk) {
    List<Integer> strings = metadataStrings(bytes, chunk);
    if (strings.isEmpty()) {
      return part(bytes, chunk, ChunkHeader.METADATA);
    }
    int last = strings.get(strings.size() - 1);
    long length = Math.max(0, (int) number(bytes, last));
    long behind = last + length(bytes, last) + length;
    return (int) Math.min(chunk.end() - 1, behind);
  }

  /** The offset in the file that a field of a chunk's header names; the chunk's if it is absurd. */
  static int part(byte[] bytes, Chunk chunk, int field) {
    if (chunk.size() < ChunkHeader.BYTES) {
      return chunk.offset();
    }
    long offset = ByteBuffer.wrap(bytes).getLong(chunk.offset() + field);
    return offset < 0 || offset >= chunk.size() ? chunk.offset() : chunk.offset() + (int) offset;
  }
}
