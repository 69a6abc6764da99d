package dev.rollcall.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Search by what one knows of a leak. */
final class SearchTest extends PageTest {
  private static void search(String words) {
    BROWSER.find("#search").sendKeys(words);
    BROWSER.await(
        "the number of what is left",
        "const f = document.getElementById('found');"
            + "return !f.hidden && f.textContent.includes(arguments[0])",
        words.strip());
  }

  private static List<String> shown() {
    return BROWSER.list(
        "return [...document.querySelectorAll('#causes .cause')].filter(c =>"
            + " c.getClientRects().length).map(c => c.id)");
  }

  private static String found() {
    return BROWSER.text("return document.getElementById('found').innerText");
  }

  /** The first group of the demo: 20 buffers that a malformed frame left behind. */
  private static JsonNode firstGroup() {
    return Sample.DEMO.data().at("/groups/0");
  }

  @Test
  void aTypeLeavesTheCausesThatHaveIt() {
    open(Sample.DEMO);
    search("Connection");

    String left = shown().size() + " of 4 causes";
    assertThat(shown()).contains("cause-4").doesNotContain("cause-1");
    assertThat(found()).contains(left);
    assertThat(BROWSER.text("return document.getElementById('announce').textContent"))
        .contains(left);
  }

  @Test
  void aFrameIsFound() {
    open(Sample.DEMO);
    search("broadcast.send");

    assertThat(shown()).contains("cause-2");
    assertThat(found()).contains("of 4 causes");
  }

  @Test
  void aFingerprintIsFound() {
    String fingerprint = firstGroup().get("id").asText();
    open(Sample.DEMO);
    search(fingerprint);

    assertThat(shown()).containsExactly("cause-1");
  }

  @Test
  void anIdIsFound() {
    String id = firstGroup().at("/examples/0/id").asText();
    open(Sample.DEMO);
    search(id);

    assertThat(shown()).contains("cause-1");
    assertThat(shown().size()).isLessThan(4);
  }

  @Test
  void aThreadIsFound() {
    JsonNode data = Sample.DEMO.data();
    JsonNode step = data.at("/groups/0/examples/0/steps/0");
    String thread = data.get("threads").get(step.get("th").asInt()).asText();
    open(Sample.DEMO);
    search(thread);

    assertThat(shown()).contains("cause-1");
  }

  @Test
  void whatIsNowhereIsSaidToBeNowhereAndAllComesBack() {
    open(Sample.DEMO);
    search("no-such-word");

    assertThat(shown()).isEmpty();
    assertThat(found()).contains("Nothing");

    BROWSER.find("#found button").click();
    BROWSER.settle();

    assertThat(shown()).hasSize(4);
    assertThat(BROWSER.run("return document.activeElement.id")).isEqualTo("search");
  }

  @Test
  void itIsKeptInTheAddressAndAReloadFindsTheSame() {
    open(Sample.DEMO);
    search("Connection");
    BROWSER.await("the address", "return location.hash.includes('q=Connection')");
    List<String> before = shown();
    BROWSER.reload().settle();

    assertThat(shown()).isEqualTo(before).doesNotContain("cause-1");
    assertThat(BROWSER.run("return document.getElementById('search').value"))
        .isEqualTo("Connection");
  }

  @Test
  void aSlashGoesToTheSearch() {
    open(Sample.DEMO);
    BROWSER.press(Keys.TAB);
    BROWSER.press("/");

    assertThat(BROWSER.run("return document.activeElement.id")).isEqualTo("search");
    assertThat(BROWSER.run("return document.getElementById('search').value")).isEqualTo("");
  }
}
