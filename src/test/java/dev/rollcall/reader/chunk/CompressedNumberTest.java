package dev.rollcall.reader.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Numbers come back as they were written, in as few bytes as they need. */
class CompressedNumberTest {
  /** Every length of a number and both sides of every border, and what chance gives. */
  private static LongStream numbers() {
    LongStream borders =
        IntStream.range(0, Long.SIZE)
            .mapToLong(bit -> 1L << bit)
            .flatMap(border -> LongStream.of(border - 1, border, border + 1, -border, ~border));
    SplittableRandom random = new SplittableRandom(7);
    LongStream any =
        LongStream.range(0, 10_000).map(i -> random.nextLong() >>> random.nextInt(Long.SIZE));
    return LongStream.concat(borders, any);
  }

  private static byte[] written(long number) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CompressedNumber.write(number, bytes);
    return bytes.toByteArray();
  }

  @Test
  void everyNumberIsReadAsItWasWritten() {
    numbers()
        .forEach(
            number -> {
              byte[] bytes = written(number);
              ByteBuffer followed = ByteBuffer.wrap(Arrays.copyOf(bytes, bytes.length + 3));

              assertThat(CompressedNumber.read(followed)).isEqualTo(number);
              assertThat(followed.remaining()).as("read of %s", number).isEqualTo(3);
              assertThat(bytes).hasSize(CompressedNumber.length(number));
            });
  }

  @Test
  void noShorterOneIsTheSame() {
    numbers()
        .filter(number -> number != 0)
        .forEach(
            number -> {
              byte[] bytes = written(number);
              ByteBuffer cut = ByteBuffer.wrap(bytes, 0, bytes.length - 1);

              assertThat(CompressedNumber.read(cut)).isNotEqualTo(number);
            });
  }

  /** As the JDK writes them. */
  @Test
  void theBytesAreThoseOfTheFormat() {
    assertThat(written(0)).containsExactly(0);
    assertThat(written(127)).containsExactly(127);
    assertThat(written(128)).containsExactly(0x80, 1);
    assertThat(written(300)).containsExactly(0xac, 2);
    assertThat(written(-1)).containsExactly(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff);
    assertThat(written(Long.MIN_VALUE))
        .containsExactly(0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80);
  }
}
