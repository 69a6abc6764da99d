package dev.rollcall.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What is behind a click, or a key. */
final class OpeningTest extends PageTest {
  private static final int KEYS = 60;

  private static String expanded(String css) {
    return BROWSER.text(
        "return document.querySelector(arguments[0]).getAttribute('aria-expanded')", css);
  }

  private static String seen(String css) {
    return BROWSER.text(
        "return [...document.querySelectorAll(arguments[0])].filter(e =>"
            + " e.getClientRects().length).map(e => e.innerText).join('\\n')",
        css);
  }

  /** Presses Tab until the focus is on what a selector names. */
  private static void tabTo(String css) {
    for (int i = 0; i < KEYS; i++) {
      BROWSER.press(Keys.TAB);
      if (Boolean.TRUE.equals(
          BROWSER.run("return document.activeElement.matches(arguments[0])", css))) {
        return;
      }
    }
    throw new AssertionError("the Tab key never came to " + css);
  }

  @Test
  void aCauseOpensAndClosesByMouse() {
    open(Sample.DEMO);
    assertThat(expanded("#cause-1 .toggle")).isEqualTo("false");

    BROWSER.find("#cause-1 .toggle").click();
    BROWSER.settle();

    assertThat(expanded("#cause-1 .toggle")).isEqualTo("true");
    assertThat(seen("#cause-1 .group .stack")).contains("Relay.java:");
    assertThat(seen("#cause-1 .tracks")).contains("20 leaked");
    assertThat(BROWSER.findAll("#cause-1 .life svg.timeline")).isNotEmpty();

    BROWSER.find("#cause-1 .toggle").click();
    BROWSER.settle();

    assertThat(expanded("#cause-1 .toggle")).isEqualTo("false");
    assertThat(seen("#cause-1 .group")).isEmpty();
  }

  @Test
  void aCauseOpensByKeyboardAlone() {
    open(Sample.DEMO);
    tabTo("#cause-2 button.toggle");
    assertThat(
            BROWSER.text(
                "const s = getComputedStyle(document.activeElement);"
                    + "return s.outlineStyle + ' ' + parseFloat(s.outlineWidth)"))
        .as("the focus is seen")
        .isEqualTo("solid 2");
    BROWSER.press(Keys.ENTER).settle();

    assertThat(expanded("#cause-2 .toggle")).isEqualTo("true");
    assertThat(seen("#cause-2 .group")).contains("relay.Buffer");
  }

  @Test
  void theFirstTabIsALinkThatSkipsToTheCauses() {
    open(Sample.DEMO);
    BROWSER.press(Keys.TAB);
    assertThat(BROWSER.run("return document.activeElement.className")).isEqualTo("skip");

    BROWSER.press(Keys.ENTER).settle();

    assertThat(BROWSER.run("return document.activeElement.id")).isEqualTo("causes");
  }

  @Test
  void theStepsOfALifeAreWalkedByArrowKeysAndShowTheirStacks() {
    open(Sample.DEMO);
    BROWSER.find("#cause-2 .toggle").click();
    BROWSER.settle();
    tabTo("#cause-2 .step");
    BROWSER.press(Keys.HOME).settle();

    List<String> kinds = new ArrayList<>();
    List<String> details = new ArrayList<>();
    long steps = BROWSER.findAll("#cause-2 .life[open] .step").size();
    for (long i = 0; i < steps; i++) {
      kinds.add(BROWSER.text("return document.activeElement.dataset.kind"));
      details.add(seen("#cause-2 .life[open] .step-detail"));
      BROWSER.press(Keys.ARROW_RIGHT).settle();
    }

    assertThat(kinds.get(0)).isEqualTo("register");
    assertThat(kinds).contains("retain", "release");
    assertThat(details.get(0)).contains("register", "Buffer.java:");
    assertThat(String.join("\n", details)).contains("Broadcast.send");
    assertThat(details).doesNotHaveDuplicates();

    String last = details.get(details.size() - 1);
    BROWSER.press(Keys.ARROW_LEFT).settle();
    assertThat(seen("#cause-2 .life[open] .step-detail")).isNotEqualTo(last);
  }

  @Test
  void aClickOnAStepShowsItsStackAndNamesItsThread() {
    open(Sample.DEMO);
    BROWSER.find("#cause-1 .toggle").click();
    BROWSER.settle();
    BROWSER.run(
        "document.querySelector('#cause-1 .step').dispatchEvent("
            + "new MouseEvent('click', {bubbles: true}))");
    BROWSER.settle();

    assertThat(seen("#cause-1 .life[open] .step-detail")).contains("register", "pool-", "Buffer.");
    assertThat(seen("#cause-1 .timeline-names")).contains("pool-");
  }

  @Test
  void theCountsOnTheTracksAreThoseOfTheData() {
    JsonNode contrast = Sample.DEMO.data().at("/groups/1/contrast");
    open(Sample.DEMO);
    BROWSER.find("#cause-2 .toggle").click();
    BROWSER.settle();

    assertThat(contrast.isMissingNode()).isFalse();
    assertThat(seen("#cause-2 .tracks"))
        .contains(
            String.format(Locale.US, "%,d", contrast.get("leaked").asLong()),
            String.format(Locale.US, "%,d", contrast.get("healthy").asLong()));
  }

  @Test
  void theFlameGraphAndTheLiveCountAreDrawnWhenTheyAreSeen() {
    open(Sample.DEMO);
    for (String picture : List.of("#flame", "#live", "#ages")) {
      BROWSER.run("document.querySelector(arguments[0]).scrollIntoView()", picture);
      BROWSER.await(
          picture + " is drawn",
          "return [...document.querySelectorAll(arguments[0] + ' svg, ' + arguments[0]"
              + " + ' canvas')].some(p => p.getBoundingClientRect().width > 200)",
          picture);
    }
    assertThat(seen("#flame")).contains("Relay");
    assertThat(seen("#live")).contains("Buffer");
  }

  /** The library would let its frames grow, whatever the system says of motion. */
  @Test
  void theFlameGraphIsThereAtOnceAsWideAsItsPicture() {
    open(Sample.DEMO);
    BROWSER.run("document.querySelector('#flame').scrollIntoView()");
    BROWSER.await(
        "the flame graph is drawn",
        "const picture = document.querySelector('#flame svg');"
            + "const all = picture && picture.querySelector('.frame > rect');"
            + "if (all) window.firstShare = all.getBoundingClientRect().width"
            + " / picture.getBoundingClientRect().width;"
            + "return Boolean(all)");

    assertThat(BROWSER.number("return window.firstShare")).isGreaterThan(0.99);
  }

  @Test
  void causesAreNoMoreThanTheirHeadsUntilTheyAreOpened() {
    open(Sample.BIG);

    assertThat(BROWSER.number("return document.querySelectorAll('.cause').length")).isEqualTo(500);
    assertThat(BROWSER.number("return document.querySelectorAll('.group').length")).isZero();
  }
}
