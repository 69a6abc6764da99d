package dev.rollcall.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void aResourceIsItsIdAndWhatTheProgramSaidOfIt() {
    assertThat(Words.example(0x2a, null)).isEqualTo("0x2a");
    assertThat(Words.example(0x2a, "of\nAnn")).isEqualTo("0x2a (of\\u000aAnn)");
  }

  @Test
  void aNumberHasItsNoun() {
    assertThat(Words.count(1, "leak")).isEqualTo("1 leak");
    assertThat(Words.count(0, "leak")).isEqualTo("0 leaks");
    assertThat(Words.count(1_234, "class", "classes")).isEqualTo("1,234 classes");
  }

  @Test
  void aFrameHasNoLoaderAndNoModule() {
    assertThat(Words.frame(new StackTraceElement("app", "m", "1", "a.B", "c", "B.java", 7)))
        .isEqualTo("a.B.c(B.java:7)");
    assertThat(Words.frame(new StackTraceElement("a.B", "c", "B.java", -1)))
        .isEqualTo("a.B.c(B.java)");
    assertThat(Words.frame(new StackTraceElement("a.B", "c\n", "B.java", 7)))
        .isEqualTo("a.B.c\\u000a(B.java:7)");
    assertThat(Words.frame(new StackTraceElement("a.B", "c", "B.java", -2)))
        .isEqualTo("a.B.c(Native Method)");
  }

  @Test
  void whatIsNotKnownOfAFrameIsNotMadeUp() {
    assertThat(Words.frame(new StackTraceElement("a.B", "c", null, 7))).isEqualTo("a.B.c(line 7)");
    assertThat(Words.frame(new StackTraceElement("a.B", "c", null, -1))).isEqualTo("a.B.c");
  }

  @Test
  void shortNamesHaveNoPackage() {
    assertThat(Words.shortClass("a.b.C$D")).isEqualTo("C$D");
    assertThat(Words.shortClass("C")).isEqualTo("C");
    assertThat(Words.shortMethod("a.b.C.d")).isEqualTo("C.d");
    assertThat(Words.shortMethod("C.d")).isEqualTo("C.d");
  }
}
