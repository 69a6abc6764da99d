package dev.rollcall.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What a program names its classes, threads and notes stays text. */
final class HostileTest extends PageTest {
  @Test
  void noTextBecomesAnElement() {
    open(Sample.DEMO);
    String own = counted();
    open(Sample.HOSTILE);
    BROWSER.run("window.alerts = 0; window.alert = () => { alerts++; };");
    openAll();

    assertThat(counted()).isEqualTo(own);
    assertThat(BROWSER.number("return alerts")).isZero();
    assertThat(
            BROWSER.list(
                "return [...document.querySelectorAll('*')].flatMap(e =>"
                    + " [...e.attributes].filter(a => a.name.startsWith('on')).map(a => a.name))"))
        .isEmpty();
    assertThat(
            BROWSER.list(
                "return [...document.querySelectorAll('a')].map(a => a.getAttribute('href'))"
                    + ".filter(h => !/^(#|https:)/.test(h))"))
        .isEmpty();
    assertThat(BROWSER.messages()).isEmpty();
    assertThat(BROWSER.requests()).containsExactly(Sample.HOSTILE.page().toUri().toString());
  }

  private static String counted() {
    return BROWSER.text(
        "return ['script', 'style', 'img', 'iframe', 'object', 'embed', 'form', 'link', 'base',"
            + " 'meta'].map(t => t + ' ' + document.querySelectorAll(t).length).join()");
  }

  /** A page that the harm does not reach shows nothing. */
  @Test
  void theHarmIsShownAsText() {
    open(Sample.HOSTILE);
    openAll();

    String seen = BROWSER.text("return document.body.innerText");
    assertThat(seen).contains("<script>alert('script')").contains("onerror=").contains("WWWWW");
    assertThat(seen).doesNotContain("\u202e").doesNotContain("\u0000").doesNotContain("\u001b");
  }

  @Test
  void theFileIsAsciiAndHasNoMarkupInItsData() throws Exception {
    String html = Files.readString(Sample.HOSTILE.page());
    int from = html.indexOf("<script id=\"data\"");
    String data = html.substring(html.indexOf('>', from) + 1, html.indexOf("</script>", from));

    assertThat(data).doesNotContain("<").contains("\\u003");
    assertThat(data.chars().allMatch(c -> c < 128)).isTrue();
  }

  @Test
  void nothingIsWiderThanThePage() {
    for (int width : new int[] {360, 1280}) {
      BROWSER.show(width, 800);
      open(Sample.HOSTILE);
      openAll();

      assertThat(BROWSER.number("return document.documentElement.scrollWidth"))
          .as("at %d pixels", width)
          .isLessThanOrEqualTo(width);
      assertThat(Layout.faults(BROWSER)).as("at %d pixels", width).isEmpty();
    }
  }

  @Test
  void searchAndFoldsStillWork() {
    open(Sample.HOSTILE);
    BROWSER.find("#search").sendKeys("<img");
    BROWSER.await("an answer", "return !document.getElementById('found').hidden");

    assertThat(BROWSER.text("return document.getElementById('found').innerText")).contains("<img");
  }
}
