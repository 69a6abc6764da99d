package dev.rollcall.reader.packed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.recording.UnreadableRecordingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import net.jpountz.xxhash.XXHashFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What comes out of streams, whole or not. */
final class UnpackedTest {
  private static final Path NAME = Path.of("app.jfr.packed");
  private static final String ARCHIVES = "ZIP.*";

  /** Half of it can be packed well. */
  private static byte[] content(int size) {
    byte[] bytes = new byte[size];
    new Random(22).nextBytes(bytes);
    for (int i = 0; i < size; i++) {
      bytes[i] = i % 1000 < 500 ? (byte) (i % 7) : bytes[i];
    }
    return bytes;
  }

  /** What came out, and the damage in words. */
  private static final class Out {
    final byte[] bytes;
    final String damage;

    Out(byte[] bytes, String damage) {
      this.bytes = bytes;
      this.damage = damage;
    }
  }

  private static Out unpack(byte[] packed, long most) throws Exception {
    Packing packing = Objects.requireNonNull(Packing.of(packed, packed.length));
    try (Unpacked unpacked =
        Unpacked.of(
            new ByteArrayInputStream(packed), packing, NAME, new Budget(most, "too much"))) {
      ByteBuffer bytes = ByteBuffer.allocate((int) unpacked.file().size());
      while (bytes.hasRemaining()) {
        assertThat(unpacked.file().read(bytes, bytes.position())).isPositive();
      }
      return new Out(bytes.array(), String.valueOf(unpacked.damage()));
    }
  }

  private static Out unpack(byte[] packed) throws Exception {
    return unpack(packed, 100_000_000);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_NONE, names = ARCHIVES)
  void whatWentInComesOut(Packer packer) throws Exception {
    for (int size : new int[] {1, 100, 70_000, 6_000_000}) {
      byte[] content = content(size);

      Out out = unpack(packer.pack(content));

      assertThat(out.damage).isEqualTo("null");
      assertThat(Arrays.equals(out.bytes, content)).as("%d bytes", size).isTrue();
    }
  }

  /** Wherever it ends: what came out is a beginning, and nobody takes it for all of it. */
  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_NONE, names = ARCHIVES)
  void cutShort(Packer packer) throws Exception {
    byte[] content = content(4_000);
    byte[] packed = packer.pack(content);
    int whole = 0;
    for (int length = 4; length < packed.length; length++) {
      try {
        Out out = unpack(Arrays.copyOf(packed, length));
        assertThat(out.bytes).isEqualTo(Arrays.copyOf(content, out.bytes.length));
        if (out.damage.equals("null")) {
          whole++; // between two members or frames, which nothing tells from the end
        } else {
          assertThat(out.damage).endsWith(" data ends too early");
        }
      } catch (UnreadableRecordingException e) {
        assertThat(e)
            .hasMessageMatching(NAME + " cannot be unpacked: the .* data ends too early; .*");
      }
    }
    assertThat(whole).isEqualTo(packer.name().contains("_") ? 2 : 0);
  }

  /** What came before the end counts, to the last block. */
  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_NONE, names = ARCHIVES)
  void whatIsThereComesOut(Packer packer) throws Exception {
    byte[] content = content(12_000_000);
    byte[] packed = packer.pack(content);

    Out out = unpack(Arrays.copyOf(packed, packed.length * 9 / 10));

    assertThat(out.bytes.length).isGreaterThan(content.length * 8 / 10);
    assertThat(Arrays.equals(out.bytes, Arrays.copyOf(content, out.bytes.length))).isTrue();
    assertThat(out.damage).endsWith("ends too early");
  }

  /** One byte is another: nobody takes what comes out for what went in. */
  @Test
  void damaged() throws Exception {
    byte[] packed = Packer.GZIP.pack(content(20_000));
    for (int at = 10; at < packed.length; at += 7) {
      byte[] damaged = packed.clone();
      damaged[at] ^= 0x55;
      try {
        assertThat(unpack(damaged).damage).as("byte %d", at).isNotEqualTo("null");
      } catch (UnreadableRecordingException e) {
        assertThat(e).hasMessageContaining("; copy it again");
      }
    }
  }

  /** They give sentences, and end. */
  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_NONE, names = ARCHIVES)
  void anyDamage(Packer packer) throws Exception {
    byte[] packed = packer.pack(content(20_000));
    Random random = new Random(4711);
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = packed.clone();
      for (int j = random.nextInt(4); j >= 0; j--) {
        damaged[4 + random.nextInt(packed.length - 4)] = (byte) random.nextInt();
      }
      try {
        assertThat(unpack(damaged, 1_000_000).bytes).isNotEmpty();
      } catch (UnreadableRecordingException e) {
        assertThat(e).hasMessageContaining("; ").hasMessageStartingWith(NAME + " ");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_NONE, names = ARCHIVES)
  void noMoreThanMayCome(Packer packer) throws Exception {
    byte[] packed = packer.pack(new byte[1_000_000]);

    assertThat(unpack(packed, 1_000_000).bytes).hasSize(1_000_000);
    assertThatThrownBy(() -> unpack(packed, 999_999))
        .isInstanceOf(UnreadableRecordingException.class)
        .hasMessage(NAME + " unpacks to too much; unpack it yourself and give what comes out");
  }

  @Test
  void whatFollowsTheEnd() throws Exception {
    byte[] content = content(1000);
    for (Packer packer : new Packer[] {Packer.GZIP, Packer.LZ4, Packer.ZSTANDARD}) {
      Out out = unpack(joined(packer.pack(content), "something else".getBytes(UTF_8)));
      assertThat(out.bytes).isEqualTo(content);
      assertThat(out.damage).isNotEqualTo("null");
    }
    // As tapes have it.
    assertThat(unpack(joined(Packer.GZIP.pack(content), new byte[512])).damage).isEqualTo("null");
  }

  @Test
  void packedTwice() throws Exception {
    byte[] twice = Packer.GZIP.pack(Packer.ZSTANDARD.pack(content(100)));

    assertThatThrownBy(() -> unpack(twice))
        .hasMessage(
            NAME
                + " is packed twice, with gzip and in that with Zstandard; unpack it once yourself"
                + " and give what comes out");
  }

  @Test
  void emptyAndPacked() throws Exception {
    byte[] empty = Packer.GZIP.pack(new byte[0]);

    assertThatThrownBy(() -> unpack(empty))
        .hasMessage(NAME + " is packed with gzip and empty; copy it again");
  }

  /** A header with all that there may be. */
  @Test
  void gzipWithAName() throws Exception {
    byte[] content = content(100);
    byte[] plain = Packer.GZIP.pack(content);
    byte[] header = Arrays.copyOf(plain, 10);
    header[3] = 2 | 4 | 8 | 16;
    byte[] more = {3, 0, 'a', 'b', 'c', 'n', 'a', 'm', 'e', 0, 'w', 'o', 'r', 'd', 0, 1, 2};

    Out out = unpack(joined(header, more, Arrays.copyOfRange(plain, 10, plain.length)));

    assertThat(out.damage).isEqualTo("null");
    assertThat(out.bytes).isEqualTo(content);
  }

  /** As many programs write LZ4: a block copies from the one before it. */
  @Test
  void blocksThatBuildOnOthers() throws Exception {
    byte[] first = "0123456789".repeat(10).getBytes(UTF_8);
    // A copy of 4 + 15 + 81 bytes from 100 bytes before, and a last run of one byte.
    byte[] second = {0x0f, 100, 0, 81, 0x10, '!'};
    byte[] packed = frame(0x40, first, second);

    Out out = unpack(packed);

    assertThat(out.damage).isEqualTo("null");
    assertThat(new String(out.bytes, UTF_8)).isEqualTo("0123456789".repeat(20) + "!");
    assertThat(unpack(frame(0x60, first, second)).damage).isEqualTo("the LZ4 data is damaged");
    assertThat(unpack(frame(0x40, first, new byte[] {0x0f, 101, 0, 81, 0x10, '!'})).damage)
        .isEqualTo("the LZ4 data is damaged");
  }

  /** A frame of a block as it is and of one that is packed, with a check sum of all. */
  private static byte[] frame(int flags, byte[] plain, byte[] packed) throws IOException {
    byte[] header = {(byte) flags, 0x40};
    int check = XXHashFactory.safeInstance().hash32().hash(header, 0, 2, 0) >> 8;
    ByteBuffer frame = ByteBuffer.allocate(300).order(ByteOrder.LITTLE_ENDIAN);
    frame.putInt(0x184d2a53).putInt(3).put(new byte[3]); // to be passed over
    frame.putInt(0x184d2204).put(header).put((byte) check);
    frame.putInt(plain.length | 1 << 31).put(plain);
    frame.putInt(packed.length).put(packed);
    frame.putInt(0);
    byte[] all = Arrays.copyOf(frame.array(), frame.position());
    // A file must not begin with what is passed over, or it is not known what it is.
    return joined(Arrays.copyOfRange(all, 11, all.length), Arrays.copyOf(all, 11));
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
