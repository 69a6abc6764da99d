package dev.rollcall.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A page opens from disk, and needs nothing but itself. */
final class OpensTest extends PageTest {
  private static final int KILO = 1_000;

  @ParameterizedTest
  @EnumSource
  void itSaysNothingToTheConsoleAndAsksForNothing(Sample sample) {
    open(sample);
    BROWSER.run(
        "window.faults = [];addEventListener('error', e =>"
            + " faults.push(String(e.message)));addEventListener('unhandledrejection', e =>"
            + " faults.push(String(e.reason)));addEventListener('securitypolicyviolation', e =>"
            + " faults.push(e.violatedDirective));");
    if (sample != Sample.BIG) {
      openAll();
    }
    BROWSER.find("#search").sendKeys("Conn");
    BROWSER.settle();

    assertThat(BROWSER.text("return document.getElementById('verdict').textContent")).isNotBlank();
    assertThat(BROWSER.messages()).isEmpty();
    assertThat(BROWSER.list("return faults")).isEmpty();
    assertThat(BROWSER.requests()).containsExactly(sample.page().toUri().toString());
  }

  /** So that a test of what a page must not do can fail. */
  @Test
  void aPageThatBreaksTheRulesIsSeenToDoSo() throws Exception {
    String html = Files.readString(Sample.CLEAN.page());
    Path broken = Sample.DIRECTORY.resolve("broken.html");
    Files.writeString(
        broken,
        html.replace("</body>", "<script>alert(1)</script><img src=https://a.example/b></body>"));

    BROWSER.open(broken).settle();

    assertThat(BROWSER.messages().toString()).contains("Content Security Policy");
  }

  @Test
  void withoutDataItIsNoLargerThan600Kilobytes() throws Exception {
    String html = Files.readString(Sample.DEMO.page());
    String data = html.replaceFirst("(?s)(<script id=\"data\"[^>]*>).*?</script>", "$1</script>");
    String bare = data.replaceFirst("(?s)<noscript>.*?</noscript>", "");

    assertThat(bare.length()).isLessThanOrEqualTo(600 * KILO);
  }
}
