package dev.rollcall.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphTest {
  @Test
  void whatFitsIsOneLineAsItIs() {
    assertThat(Paragraph.of("  1. ", "two  spaces stay", "     ", 21))
        .containsExactly("  1. two  spaces stay");
    assertThat(Paragraph.of("  ", "", "    ", 10)).containsExactly("");
  }

  @Test
  void linesAreBrokenBetweenWordsAndHang() {
    assertThat(Paragraph.of("  1. ", "the quick brown fox jumps", "     ", 15))
        .containsExactly("  1. the quick", "     brown fox", "     jumps");
  }

  @Test
  void whatNamesSomethingStaysWhole() {
    assertThat(
            Paragraph.of(
                "", "at a.Thread.sleep0(Native Method) or b.C.d(Unknown Source)", "  ", 20))
        .containsExactly(
            "at", "  a.Thread.sleep0(Native Method)", "  or", "  b.C.d(Unknown Source)");
    assertThat(Paragraph.of("", "0x1 a.B, open, group a.B@01, sure (confidence: low)", "  ", 24))
        .containsExactly("0x1 a.B, open,", "  group a.B@01, sure", "  (confidence: low)");
  }
}
