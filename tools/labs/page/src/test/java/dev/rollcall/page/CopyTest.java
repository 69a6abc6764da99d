package dev.rollcall.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.cli.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What the copy menus put on the clipboard. */
final class CopyTest extends PageTest {
  @BeforeEach
  void allowTheClipboard() {
    BROWSER.cdp(
        "Browser.grantPermissions",
        Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
  }

  /** What a cause's menu copies: read where the page hands it to the browser. */
  private static String copied(String article, String kind) {
    BROWSER.run(
        "window.copied = null;"
            + "Object.defineProperty(navigator, 'clipboard', {configurable: true,"
            + " value: {writeText: async t => { window.copied = t; }}});"
            + "document.querySelector(arguments[0] + ' button.copy').click();"
            + "document.querySelector(arguments[0] + ' [data-copy=' + arguments[1] + ']').click();",
        article,
        kind);
    BROWSER.await("the copy", "return window.copied !== null");
    return BROWSER.text("return window.copied");
  }

  @Test
  void theTextHasTheCauseItsEvidenceAndItsStack() {
    open(Sample.DEMO);

    assertThat(copied("#cause-2", "text"))
        .contains("8 leaked", "relay.Broadcast.send", "confidence: high")
        .contains("registered at", "relay.Buffer@", "rollcall history");
    assertThat(BROWSER.text("return document.getElementById('announce').textContent"))
        .contains("Copied");
  }

  @Test
  void theIssueIsMarkdownWithATitleAndTheWayToCheckTheRepair() {
    open(Sample.DEMO);

    assertThat(copied("#cause-2", "markdown"))
        .startsWith("# 8 `relay.Buffer` leaked")
        .contains("**What to do:**", "```\n", "Fingerprint: `relay.Buffer@");
  }

  @Test
  void theRuleSuppressesTheGroup() throws Exception {
    open(Sample.DEMO);
    Path rules = Sample.DIRECTORY.resolve("rules.txt");
    Files.writeString(rules, copied("#cause-1", "rule"));

    Ran ran = Sample.run("report", "--suppressions", rules.toString(), Sample.demo().toString());

    assertThat(ran.words()).contains("20 suppressed; 16 counted, in 3 groups");
  }

  @Test
  void theCommandShowsTheLives() throws Exception {
    open(Sample.DEMO);
    String command = copied("#cause-2", "command").strip();
    assertThat(command).startsWith("rollcall history ").contains("--group 'relay.Buffer@");

    String fingerprint = command.replaceAll(".*--group '(.*)'", "$1");
    Ran ran = Sample.run("history", Sample.demo().toString(), "--group", fingerprint);

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Broadcast.send");
  }

  @Test
  void theLinkLeadsBack() {
    open(Sample.DEMO);
    String link = copied("#cause-3", "link");

    BROWSER.open(Sample.DEMO.page(), link.substring(link.indexOf('#'))).settle();

    assertThat(link).startsWith(Sample.DEMO.page().toUri().toString());
    assertThat(
            BROWSER.text(
                "return document.querySelector('#cause-3 .toggle').getAttribute('aria-expanded')"))
        .isEqualTo("true");
  }

  @Test
  void theMenuIsWalkedByKeysAndClosedByEscape() {
    open(Sample.DEMO);
    BROWSER.run("document.querySelector('#cause-1 button.copy').focus()");
    BROWSER.press(Keys.ENTER);
    assertThat(BROWSER.run("return document.activeElement.dataset.copy")).isEqualTo("text");

    BROWSER.press(Keys.ARROW_DOWN);
    assertThat(BROWSER.run("return document.activeElement.dataset.copy")).isEqualTo("markdown");
    BROWSER.press(Keys.ARROW_UP).press(Keys.ARROW_UP);
    assertThat(BROWSER.run("return document.activeElement.dataset.copy")).isEqualTo("link");

    BROWSER.press(Keys.ESCAPE);
    assertThat(BROWSER.findAll(".copy-menu")).isEmpty();
    assertThat(BROWSER.run("return document.activeElement.className")).isEqualTo("copy");
  }

  /** From disk, some browsers give a page no clipboard. */
  @Test
  void withoutAClipboardTheTextIsCopiedAllTheSame() {
    open(Sample.DEMO);
    BROWSER.run(
        "window.copied = null;"
            + "Object.defineProperty(navigator, 'clipboard', {configurable: true,"
            + " value: {writeText: async () => { throw new Error('none'); }}});"
            + "document.addEventListener('copy', () => { window.copied ="
            + " document.activeElement.value.slice(0, 200); });");
    BROWSER.find("#cause-2 button.copy").click();
    BROWSER.find("#cause-2 [data-copy=text]").click();
    BROWSER.await("the copy", "return window.copied !== null");

    assertThat(BROWSER.text("return window.copied")).contains("8 leaked");
  }
}
