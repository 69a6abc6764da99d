package dev.rollcall.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand leaks in five hundred groups. The bounds are wide, for the machine may be busy: what
 * they catch is work that grows with the square of the groups.
 */
final class BigTest extends PageTest {
  private static final int READY = 8_000;
  private static final int ANSWER = 3_000;
  private static final int MEGA = 1_000_000;

  private static double millis(String script) {
    return BROWSER.number(
        "const begun = performance.now();"
            + script
            + ";document.body.offsetHeight;"
            + "return performance.now() - begun");
  }

  @Test
  void itIsReadySoon() {
    open(Sample.BIG);

    assertThat(
            BROWSER.number(
                "const n = performance.getEntriesByType('navigation')[0];"
                    + "return n.loadEventEnd || n.domComplete"))
        .isBetween(1.0, (double) READY);
    assertThat(BROWSER.text("return document.getElementById('verdict').innerText"))
        .contains("10,000");
  }

  @Test
  void openingAndSearchingAnswerAtOnce() {
    open(Sample.BIG);

    assertThat(millis("document.querySelector('#cause-250 .toggle').click()")).isLessThan(ANSWER);
    assertThat(BROWSER.findAll("#cause-250 .group")).hasSize(1);

    BROWSER.find("#search").sendKeys("Handle499");
    double answered = BROWSER.number("return performance.now()");
    BROWSER.await(
        "the one that is left",
        "return [...document.querySelectorAll('.cause')].filter(c => !c.hidden).length === 1");
    assertThat(BROWSER.number("return performance.now()") - answered).isLessThan(ANSWER);
    assertThat(BROWSER.text("return document.getElementById('found').innerText"))
        .contains("1 of 500 causes");
  }

  @Test
  void countsAreExact() {
    open(Sample.BIG);

    assertThat(
            BROWSER.number(
                "return [...document.querySelectorAll('#causes .cause .many strong')]"
                    + ".reduce((sum, e) => sum + Number(e.textContent.replace(/,/g, '')), 0)"))
        .isEqualTo(10_000);
  }

  @Test
  void theFileStaysSmall() throws Exception {
    assertThat(Files.size(Sample.BIG.page())).isLessThan(8L * MEGA);
  }
}
