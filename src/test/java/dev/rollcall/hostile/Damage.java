package dev.rollcall.hostile;

import dev.rollcall.hostile.Anatomy.Chunk;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What mutations are made of: ranges, numbers and places, chosen by chance. */
final class Damage {
  private Damage() {}

  /** A length of a range from an offset: most are short. */
  static int run(byte[] bytes, int from, SplittableRandom random) {
    int most = 1 << random.nextInt(1, 16);
    return Math.min(bytes.length - from, random.nextInt(1, most + 1));
  }

  static byte[] noise(int length, SplittableRandom random) {
    byte[] noise = new byte[length];
    if (random.nextBoolean()) {
      random.nextBytes(noise);
    } else {
      Arrays.fill(noise, (byte) random.nextInt(256));
    }
    return noise;
  }

  static byte[] splice(byte[] bytes, int at, int removed, byte[] inserted) {
    byte[] spliced = new byte[bytes.length - removed + inserted.length];
    System.arraycopy(bytes, 0, spliced, 0, at);
    System.arraycopy(inserted, 0, spliced, at, inserted.length);
    int rest = at + inserted.length;
    System.arraycopy(bytes, at + removed, spliced, rest, spliced.length - rest);
    return spliced;
  }

  /** A chunk; all of the bytes, where there is none. */
  static Chunk chunk(byte[] bytes, SplittableRandom random) {
    List<Chunk> chunks = Anatomy.chunks(bytes);
    if (chunks.isEmpty()) {
      return new Chunk(0, bytes.length, List.of());
    }
    return chunks.get(random.nextInt(chunks.size()));
  }

  /** The offset of an event, one of the last half of the time, which say the verdict. */
  static int event(byte[] bytes, SplittableRandom random) {
    List<Integer> events = chunk(bytes, random).events();
    if (events.isEmpty()) {
      return random.nextInt(bytes.length);
    }
    int last = random.nextBoolean() ? Math.min(events.size(), 20) : events.size();
    return events.get(events.size() - 1 - random.nextInt(last));
  }

  /** The compressed number at an offset, replaced; what follows moves or is overwritten. */
  static byte[] number(byte[] bytes, int at, SplittableRandom random) {
    long extreme = extreme(Anatomy.number(bytes, at), bytes.length, random);
    byte[] number = Anatomy.compressed(extreme);
    int room = bytes.length - at;
    int replaced = random.nextBoolean() ? Anatomy.length(bytes, at) : number.length;
    return splice(bytes, at, Math.min(room, replaced), number);
  }

  static long extreme(long original, int length, SplittableRandom random) {
    long[] values = {
      0,
      1,
      2,
      127,
      128,
      length,
      Short.MAX_VALUE,
      20_000_000,
      Integer.MAX_VALUE,
      Integer.MAX_VALUE - 8,
      Integer.MIN_VALUE,
      0xffff_fff0L,
      -1,
      Long.MAX_VALUE,
      Long.MIN_VALUE,
      original + 1,
      original - 1,
      original * 2,
      -original,
      0xffff_ffffL & -original,
      random.nextInt(length + 1),
      -random.nextInt(length + 1),
      0xffff_ffffL & -random.nextInt(length + 1),
      random.nextLong()
    };
    return values[random.nextInt(values.length)];
  }

  static List<byte[]> pieces(byte[] bytes) {
    List<byte[]> pieces = new ArrayList<>();
    int end = 0;
    for (Chunk chunk : Anatomy.chunks(bytes)) {
      pieces.add(Arrays.copyOfRange(bytes, chunk.offset(), chunk.end()));
      end = chunk.end();
    }
    if (end < bytes.length) {
      pieces.add(Arrays.copyOfRange(bytes, end, bytes.length));
    }
    return pieces;
  }

  static List<byte[]> rearranged(List<byte[]> pieces, SplittableRandom random) {
    if (pieces.isEmpty()) {
      return pieces;
    }
    switch (random.nextInt(3)) {
      case 0 -> pieces.remove(random.nextInt(pieces.size()));
      case 1 -> pieces.add(pieces.get(random.nextInt(pieces.size())));
      default -> {}
    }
    IntStream.iterate(pieces.size() - 1, i -> i > 0, i -> i - 1)
        .forEach(i -> Collections.swap(pieces, i, random.nextInt(i + 1)));
    return pieces;
  }

  static byte[] join(List<byte[]> pieces) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    pieces.forEach(joined::writeBytes);
    return joined.toByteArray();
  }
}
