package dev.rollcall.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What axe-core finds: WCAG 2.2 to level AA, and its best practices. */
final class AccessTest extends PageTest {
  private static final String AXE = read();

  private static String read() {
    try (InputStream script = AccessTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each violation in a line, with the first places that have it. */
  private static List<String> violations() {
    BROWSER.run(
        AXE
            + ";window.axed = null;axe.run(document, {preload: false, resultTypes:"
            + " ['violations']}).then(r => { window.axed = r.violations.map(v => v.id + ': ' +"
            + " v.help + ' ' + v.nodes.length + 'x '  + v.nodes.slice(0, 4).map(n =>"
            + " n.target.join(' ') + ' {' + n.html.slice(0, 120) + '} '  + (n.any[0] ?"
            + " n.any[0].message : '')).join(' | ')); }, e => { window.axed = ['axe failed: ' + e];"
            + " });");
    BROWSER.await("axe-core's answer", "return window.axed !== null");
    return BROWSER.list("return window.axed");
  }

  @ParameterizedTest
  @CsvSource({
    "DEMO, 360, light", "DEMO, 1280, light", "DEMO, 360, dark", "DEMO, 1280, dark",
    "LINKED, 1280, light", "DUMP, 1280, light", "DUMP, 360, dark", "DIFF, 1280, light",
    "DIFF, 360, dark", "CLEAN, 1280, light", "CLEAN, 360, dark", "HOSTILE, 1280, light"
  })
  void thereAreNoViolations(Sample sample, int width, String scheme) {
    BROWSER.show(width, 800).prefer(scheme, true);
    open(sample);
    assertThat(violations()).as("closed").isEmpty();

    openAll();
    assertThat(violations()).as("opened").isEmpty();
  }

  @Test
  void norWithAMenuOpenAndASearchMade() {
    open(Sample.DEMO, "#q=Buffer");
    BROWSER.find("#cause-1 button.copy").click();

    assertThat(BROWSER.findAll(".copy-menu")).hasSize(1);
    assertThat(violations()).isEmpty();
  }

  /** So that the test can fail. */
  @Test
  void violationsAreSeen() {
    open(Sample.CLEAN);
    BROWSER.run(
        "document.getElementById('verdict').style.color = '#999';"
            + "document.getElementById('theme').textContent = '';"
            + "document.getElementById('theme').removeAttribute('title');");

    assertThat(violations()).anyMatch(v -> v.startsWith("button-name"));
  }
}
