package dev.rollcall.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is seen without scrolling, on a small laptop. */
final class FirstScreenTest extends PageTest {
  /** The bottom edge of the first element that a selector finds, or far below if there is none. */
  private static double bottom(String css) {
    return BROWSER.number(
        "const e = document.querySelector(arguments[0]);"
            + "return e && e.getClientRects().length ? e.getBoundingClientRect().bottom : 99999",
        css);
  }

  @Test
  void itHasTheVerdictTotalsCompletenessAndThreeCausesWithWhatToDo() {
    open(Sample.DEMO);

    assertThat(bottom("#verdict")).isLessThan(800);
    assertThat(bottom("#summary .totals")).isLessThan(800);
    assertThat(bottom("#summary .complete, #summary .doubts")).isLessThan(800);
    for (int cause = 1; cause <= 3; cause++) {
      assertThat(bottom("#cause-" + cause + " .toggle")).isLessThan(800);
      assertThat(bottom("#cause-" + cause + " .todo")).as("todo of %s", cause).isLessThan(800);
    }
    assertThat(BROWSER.number("return scrollY")).isZero();
  }

  @Test
  void theVerdictIsThatOfTheReportAndTheNumbersAreExact() {
    open(Sample.DEMO);

    assertThat(BROWSER.text("return document.getElementById('verdict').textContent"))
        .contains("36 of 6,032");
    assertThat(
            BROWSER.list(
                "return [...document.querySelectorAll('[data-total]')]"
                    + ".map(t => t.dataset.total + ' ' + t.querySelector('.n').textContent)"))
        .contains("registered 6,032", "released 5,995", "leaked 36", "misused 1");
    List<String> counts =
        BROWSER.list(
            "return [...document.querySelectorAll('#causes .cause .many')].map(e =>"
                + " e.textContent)");
    assertThat(counts).containsExactly("20 leaked", "8 leaked", "4 leaked", "4 leaked");
  }

  @Test
  void aDumpLeadsWithWhatIsOverdue() {
    open(Sample.DUMP);

    assertThat(bottom("#verdict")).isLessThan(800);
    assertThat(bottom("#open .cause")).isLessThan(800);
    assertThat(BROWSER.text("return document.querySelector('#open').innerText.toLowerCase()"))
        .contains("overdue");
    assertThat(BROWSER.text("return document.body.innerText")).doesNotContain("LEAK:");
  }

  @Test
  void aCleanRunSaysSoAndShowsNoCauses() {
    open(Sample.CLEAN);

    assertThat(BROWSER.text("return document.getElementById('summary').dataset.state"))
        .isEqualTo("clean");
    assertThat(BROWSER.number("return document.querySelectorAll('.cause').length")).isZero();
    assertThat(BROWSER.run("return document.getElementById('causes').hidden")).isEqualTo(true);
  }

  @Test
  void aComparisonLeadsWithWhatChanged() {
    open(Sample.DIFF);

    assertThat(BROWSER.run("return document.getElementById('changes').hidden")).isEqualTo(false);
    assertThat(BROWSER.text("return document.getElementById('changes').innerText.toLowerCase()"))
        .contains("new", "gone", "grown");
  }
}
