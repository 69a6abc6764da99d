package dev.rollcall.hostile;

import dev.rollcall.hostile.Anatomy.Chunk;
import dev.rollcall.reader.chunk.ChunkHeader;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A way to damage a recording. */
enum Mutation {
  /** One to eight bits. */
  FLIP {
    @Override
    byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
      byte[] damaged = bytes.clone();
      for (int i = random.nextInt(8); i >= 0; i--) {
        damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      return damaged;
    }
  },
  /** A run of bytes, with noise or with one value. */
  OVERWRITE {
    @Override
    byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
      int from = random.nextInt(bytes.length);
      int length = Damage.run(bytes, from, random);
      return Damage.splice(bytes, from, length, Damage.noise(length, random));
    }
  },
  DELETE {
    @Override
    byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
      int from = random.nextInt(bytes.length);
      return Damage.splice(bytes, from, Damage.run(bytes, from, random), new byte[0]);
    }
  },
  /** A range, put in again at another place. */
  DUPLICATE {
    @Override
    byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
      int from = random.nextInt(bytes.length);
      byte[] range = Arrays.copyOfRange(bytes, from, from + Damage.run(bytes, from, random));
      return Damage.splice(bytes, random.nextInt(bytes.length), 0, range);
    }
  },
  /** Two ranges of the same length. */
  SWAP {
    @Override
    byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
      int one = random.nextInt(bytes.length);
      int two = random.nextInt(bytes.length);
      int length = Damage.run(bytes, Math.max(one, two), random);
      byte[] damaged = bytes.clone();
      System.arraycopy(bytes, one, damaged, two, length);
      System.arraycopy(bytes, two, damaged, one, length);
      return damaged;
    }
  },
  INSERT {
    @Override
    byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
      return Damage.splice(
          bytes,
          random.nextInt(bytes.length + 1),
          0,
          Damage.noise(random.nextInt(1, 2_000), random));
    }
  },
  TRUNCATE {
    @Override
    byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
      return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
    }
  },
  /** A field of a chunk's header, set to something extreme. */
  HEADER {
    @Override
    byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
      Chunk chunk = Damage.chunk(bytes, random);
      if (chunk.size() < ChunkHeader.BYTES) {
        return bytes;
      }
      byte[] damaged = bytes.clone();
      if (random.nextInt(4) == 0) {
        // The version, the state and the flags.
        int[] small = {4, 5, 6, 7, 64, 65, 66, 67};
        damaged[chunk.offset() + small[random.nextInt(small.length)]] = (byte) random.nextInt(256);
      } else {
        int field = chunk.offset() + 8 * random.nextInt(1, 8);
        ByteBuffer buffer = ByteBuffer.wrap(damaged);
        buffer.putLong(field, Damage.extreme(buffer.getLong(field), bytes.length, random));
      }
      return damaged;
    }
  },
  EVENT_SIZE {
    @Override
    byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
      return Damage.number(bytes, Damage.event(bytes, random), random);
    }
  },
  EVENT_TYPE {
    @Override
    byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
      return Damage.number(bytes, Anatomy.skip(bytes, Damage.event(bytes, random), 1), random);
    }
  },
  /** One of the numbers that an event's fields begin with, or what looks like a string's length. */
  EVENT_FIELD {
    @Override
    byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
      int event = Damage.event(bytes, random);
      return Damage.number(bytes, Anatomy.skip(bytes, event, random.nextInt(2, 16)), random);
    }
  },
  /** Size, type, distance or a count of the last constant pool of a chunk. */
  POOL {
    @Override
    byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
      int pool = Anatomy.part(bytes, Damage.chunk(bytes, random), ChunkHeader.CONSTANT_POOL);
      return Damage.number(bytes, Anatomy.skip(bytes, pool, random.nextInt(12)), random);
    }
  },
  /** Size, type or the number of strings of the metadata. */
  METADATA {
    @Override
    byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
      int metadata = Anatomy.part(bytes, Damage.chunk(bytes, random), ChunkHeader.METADATA);
      return Damage.number(bytes, Anatomy.skip(bytes, metadata, random.nextInt(6)), random);
    }
  },
  /** The length of a string of the metadata. */
  METADATA_STRING {
    @Override
    byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
      List<Integer> lengths = Anatomy.metadataStrings(bytes, Damage.chunk(bytes, random));
      return lengths.isEmpty()
          ? bytes
          : Damage.number(bytes, lengths.get(random.nextInt(lengths.size())), random);
    }
  },
  /** A count or an index of the metadata's elements. */
  METADATA_ELEMENT {
    @Override
    byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
      int tree = Anatomy.metadataTree(bytes, Damage.chunk(bytes, random));
      int reach = random.nextBoolean() ? 40 : 20_000;
      return Damage.number(bytes, Anatomy.skip(bytes, tree, random.nextInt(reach)), random);
    }
  },
  /** The chunks in another order, one left out, or one twice. */
  CHUNKS {
    @Override
    byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
      return Damage.join(Damage.rearranged(Damage.pieces(bytes), random));
    }
  },
  /** Chunks of two recordings, in any order. */
  SPLICE {
    @Override
    byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
      List<byte[]> pieces = Damage.pieces(bytes);
      pieces.addAll(Damage.pieces(other));
      return Damage.join(Damage.rearranged(pieces, random));
    }
  },
  /** The beginning of one recording and the end of another. */
  HALVES {
    @Override
    byte[] apply(byte[] bytes, byte[] other, SplittableRandom random) {
      byte[] head = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      int from = other.length == 0 ? 0 : random.nextInt(other.length);
      return Damage.join(List.of(head, Arrays.copyOfRange(other, from, other.length)));
    }
  };

  /** The damaged bytes; {@code bytes} has some, and {@code other} is another recording's. */
  abstract byte[] apply(byte[] bytes, byte[] other, SplittableRandom random);
}
