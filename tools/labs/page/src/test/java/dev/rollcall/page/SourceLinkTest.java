package dev.rollcall.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the lines lead, if it was said where the sources are. */
final class SourceLinkTest extends PageTest {
  @Test
  void aLineLeadsToItsSource() {
    open(Sample.LINKED);
    BROWSER.find("#cause-4 .toggle").click();
    BROWSER.settle();

    List<String> links =
        BROWSER.list("return [...document.querySelectorAll('#cause-4 a.source')].map(a => a.href)");

    assertThat(links).isNotEmpty();
    assertThat(links)
        .allMatch(link -> link.startsWith("https://code.example/relay/"))
        .anyMatch(link -> link.endsWith("relay/Relay.java#L73"));
  }

  @Test
  void onlyWhatHasItsSourceAtHandIsALink() {
    open(Sample.LINKED);
    BROWSER.find("#cause-4 .toggle").click();
    BROWSER.settle();

    assertThat(
            BROWSER.list(
                "return [...document.querySelectorAll('a.source')]"
                    + ".map(a => a.textContent).filter(t => /java\\.|jdk\\./.test(t)"
                    + " && !t.includes('relay'))"))
        .isEmpty();
  }

  @Test
  void withoutThatThereAreNone() {
    open(Sample.DEMO);
    openAll();

    assertThat(BROWSER.findAll("a.source")).isEmpty();
  }
}
