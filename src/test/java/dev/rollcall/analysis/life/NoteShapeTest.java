package dev.rollcall.analysis.life;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteShapeTest {
  @ParameterizedTest
  @CsvSource({
    "handed over, handed over",
    "chunk 12 of 0x7f3a, chunk # of #",
    "stream3, stream#",
    "fd=7, fd=#",
    "id 3f2a9c11, id #f#a#c#",
    "12Bytes34, #Bytes#",
    "'Utf8FrameValidator#0' will handle the message, 'Utf8FrameValidator##' will handle the message",
    "'Http2FrameCodec#12' will handle, 'Http2FrameCodec##' will handle",
    "to com.acme.Sha256Sink2 as 2, to com.acme.Sha256Sink2 as #",
    "http2Codec, http2Codec",
  })
  void numbersAreCutButThoseOfClasses(String note, String shape) {
    assertThat(NoteShape.of(note)).isEqualTo(shape);
  }

  @Test
  void aLongOneTakesNoLongerThanItsLength() {
    String word = "x".repeat(1 << 20);
    assertThat(NoteShape.of(word + " 1")).isEqualTo(word + " #");
    assertThat(NoteShape.of(word + "A1")).isEqualTo(word + "A1");
  }

  @Test
  void noneHasNone() {
    assertThat(NoteShape.of(null)).isNull();
  }
}
