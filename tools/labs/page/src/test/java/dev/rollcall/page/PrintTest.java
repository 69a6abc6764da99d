package dev.rollcall.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The page on paper. */
final class PrintTest extends PageTest {
  @Test
  void itPrintsOnAFewPages() {
    open(Sample.DEMO);

    byte[] pdf = BROWSER.print();

    String text = new String(pdf, ISO_8859_1);
    assertThat(text).startsWith("%PDF-");
    long pages = text.lines().filter(line -> line.strip().endsWith("/Type /Page")).count();
    assertThat(pages).isBetween(1L, 12L);
  }

  @Test
  void onPaperThereAreTheVerdictAndEveryCauseAndNoControls() {
    BROWSER.prefer("dark", false);
    open(Sample.DEMO);
    BROWSER.onPaper().show(720, 1000).settle();

    assertThat(seen("#verdict")).contains("36 of 6,032");
    for (int cause = 1; cause <= 4; cause++) {
      assertThat(seen("#cause-" + cause + " .toggle")).isNotBlank();
      assertThat(seen("#cause-" + cause + " .todo")).isNotBlank();
    }
    assertThat(seen("#search") + seen("#theme") + seen(".copy")).isEmpty();
    assertThat(
            BROWSER.number(
                "return Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])"))
        .as("paper is white")
        .isEqualTo(255);
    assertThat(BROWSER.number("return document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(720);
  }

  @Test
  void whatIsOpenIsPrintedOpen() {
    open(Sample.DEMO);
    BROWSER.find("#cause-2 .toggle").click();
    BROWSER.settle();
    BROWSER.onPaper().show(720, 1000).settle();

    assertThat(seen("#cause-2 .group")).contains("relay.Buffer");
    assertThat(BROWSER.number("return document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(720);
  }

  private static String seen(String css) {
    return BROWSER.text(
        "return [...document.querySelectorAll(arguments[0])].filter(e =>"
            + " e.getClientRects().length).map(e => e.innerText || e.tagName).join('\\n')",
        css);
  }
}
