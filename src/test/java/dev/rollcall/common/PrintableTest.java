package dev.rollcall.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void leavesTextAsItIs() {
    String text = "plain $text, \u00e4\u00f6\u00fc, \u6f22\u5b57, \ud83d\ude00";

    assertThat(Printable.of(text)).isEqualTo(text);
    assertThat(Printable.of("")).isEmpty();
  }

  @Test
  void showsWhatATerminalOrALogWouldObey() {
    assertThat(Printable.of("a\nb\r\tc")).isEqualTo("a\\u000ab\\u000d\\u0009c");
    assertThat(Printable.of("\u001b[31mred\u0000")).isEqualTo("\\u001b[31mred\\u0000");
    assertThat(Printable.of("\u202eevil\u2066\u200b")).isEqualTo("\\u202eevil\\u2066\\u200b");
    assertThat(Printable.of("\u2028\u2029\u0085")).isEqualTo("\\u2028\\u2029\\u0085");
    assertThat(Printable.of("\ud800x")).isEqualTo("\\ud800x");
  }

  @Test
  void escapesWhatC1AndDelWouldDo() {
    assertThat(Printable.of("\u009b31m\u007f")).isEqualTo("\\u009b31m\\u007f");
  }

  @Test
  void keepsTheEndsOfALongText() {
    String text = "the head" + "x".repeat(100_000) + "the tail";

    assertThat(Printable.of(text))
        .startsWith("the headx")
        .contains("x... (99,016 characters left out) ...x")
        .endsWith("xthe tail")
        .hasSizeLessThan(Printable.LONGEST + 50);
    assertThat(Printable.bounded("y".repeat(Printable.LONGEST))).hasSize(Printable.LONGEST);
  }

  @Test
  void cutsNoCharacterInTwo() {
    String faces = "\ud83d\ude00".repeat(1_000);

    assertThat(Printable.of(faces)).doesNotContain("\\ud");
    assertThat(Printable.of("z" + faces)).doesNotContain("\\ud");
  }

  @Test
  void aLongTextOfEscapesIsBoundedToo() {
    assertThat(Printable.of("\u001b".repeat(100_000))).hasSizeLessThan(6 * Printable.LONGEST + 50);
  }
}
