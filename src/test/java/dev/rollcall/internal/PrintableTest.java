package dev.rollcall.internal;

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
}
