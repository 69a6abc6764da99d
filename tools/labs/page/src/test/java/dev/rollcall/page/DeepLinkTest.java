package dev.rollcall.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import org.junit.jupiter.api.Test;

/** Links to a place in the page. */
final class DeepLinkTest extends PageTest {
  private static String encoded(String key, String value) {
    return "#" + key + "=" + URLEncoder.encode(value, UTF_8);
  }

  private static void assertFocusIn(String css) {
    BROWSER.await(
        "the focus in " + css,
        "const a = document.activeElement;"
            + "return a !== document.body && Boolean(a.closest(arguments[0]))",
        css);
    BROWSER.settle();
    double top = BROWSER.number("return document.activeElement.getBoundingClientRect().top");
    assertThat(top).as("what has the focus is on the screen").isBetween(0.0, 790.0);
  }

  private static boolean isOpen(String css) {
    return Boolean.TRUE.equals(
        BROWSER.run(
            "const e = document.querySelector(arguments[0]);"
                + "return Boolean(e && e.getClientRects().length) && e.querySelector("
                + "'.toggle').getAttribute('aria-expanded') === 'true'",
            css));
  }

  private static JsonNode group(int index) {
    return Sample.DEMO.data().get("groups").get(index);
  }

  @Test
  void aGroupIsOpenedInItsCauseAndHasTheFocus() {
    String id = group(3).get("id").asText();
    open(Sample.DEMO, encoded("group", id));

    assertFocusIn(".group[data-id='" + id + "']");
    assertThat(isOpen(".group[data-id='" + id + "']")).isTrue();
    assertThat(isOpen("#cause-4")).isTrue();
  }

  @Test
  void aCauseIsOpened() {
    String key = Sample.DEMO.data().at("/causes/2/key").asText();
    open(Sample.DEMO, encoded("cause", key));

    assertFocusIn("#cause-3");
    assertThat(isOpen("#cause-3")).isTrue();
    assertThat(isOpen("#cause-1")).isFalse();
  }

  @Test
  void aLifeIsOpened() {
    JsonNode examples = group(1).get("examples");
    String id = examples.get(examples.size() - 1).get("id").asText();
    open(Sample.DEMO, encoded("life", id));

    assertFocusIn(".life[data-id='" + id + "']");
    assertThat(BROWSER.findAll(".life[data-id='" + id + "'] svg.timeline")).isNotEmpty();
  }

  @Test
  void aSearchIsMade() {
    open(Sample.DEMO, "#q=Connection");

    assertThat(BROWSER.run("return document.getElementById('search').value"))
        .isEqualTo("Connection");
    assertThat(
            BROWSER.list(
                "return [...document.querySelectorAll('.cause')].filter(c =>"
                    + " c.getClientRects().length).map(c => c.id)"))
        .contains("cause-4")
        .doesNotContain("cause-1");
  }

  @Test
  void aLinkToWhatIsNotThereSaysSo() {
    open(Sample.DEMO, "#group=relay.Gone%40123");

    assertThat(BROWSER.text("return document.getElementById('main').innerText"))
        .contains("relay.Gone@123", "does not have");
  }

  @Test
  void theAddressFollowsWhatIsOpenedAndBackClosesIt() {
    open(Sample.DEMO);
    BROWSER.find("#cause-2 .toggle").click();
    BROWSER.settle();
    String key = Sample.DEMO.data().at("/causes/1/key").asText();
    assertThat(BROWSER.address()).contains("cause=").contains(key.substring(key.indexOf('@') + 1));

    BROWSER.back().settle();

    assertThat(isOpen("#cause-2")).isFalse();
    assertThat(BROWSER.address()).doesNotContain("cause=");
  }

  /** A fragment is text, too, that anybody can write into a link. */
  @Test
  void aHostileFragmentIsInert() {
    open(
        Sample.DEMO,
        "#q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&group=%22%5D%3Cscript%3E&life=%27%29%3B&cause=%25"
            + "&only=__proto__&by=constructor");

    assertThat(BROWSER.number("return document.querySelectorAll('img, iframe').length")).isZero();
    assertThat(BROWSER.messages()).isEmpty();
    assertThat(BROWSER.text("return document.getElementById('verdict').innerText"))
        .contains("36 of 6,032");
  }
}
