package dev.rollcall.page;

import org.junit.jupiter.api.AfterEach;

/** What looks at pages: all of them in one browser, which is closed when the tests end. */
abstract class PageTest {
  /** Opens all that is folded, in as many rounds as there is more. */
  static final String OPEN_ALL =
      "for (let round = 0; round < 4; round++) {"
          + " for (const b of document.querySelectorAll('button.toggle[aria-expanded=false]'))"
          + "   if (b.getClientRects().length) b.click();"
          + " for (const d of document.querySelectorAll('details:not([open])'))"
          + "   if (!d.closest('#licences')) d.open = true;"
          + "}";

  /** The browser of all tests. */
  static final Browser BROWSER = started();

  private static Browser started() {
    Browser browser = new Browser();
    Runtime.getRuntime().addShutdownHook(new Thread(browser::close, "close the browser"));
    return browser;
  }

  @AfterEach
  void forget() {
    BROWSER.forget();
  }

  /** Opens a page and waits until it stands. */
  static Browser open(Sample sample, String fragment) {
    return BROWSER.open(sample.page(), fragment).settle();
  }

  static Browser open(Sample sample) {
    return open(sample, "");
  }

  /** Opens every cause, group, life and list. */
  static Browser openAll() {
    BROWSER.run(OPEN_ALL);
    BROWSER.settle().settle();
    scrollThrough();
    return BROWSER;
  }

  /** What is drawn only when it is seen is drawn then. */
  static void scrollThrough() {
    double height = BROWSER.number("return document.documentElement.scrollHeight");
    for (double y = 0; y < Math.min(height, 30_000); y += 700) {
      BROWSER.run("scrollTo({top: arguments[0], behavior: 'instant'})", y);
      BROWSER.settle();
    }
    BROWSER.run("scrollTo({top: 0, behavior: 'instant'})");
    BROWSER.settle();
  }
}
