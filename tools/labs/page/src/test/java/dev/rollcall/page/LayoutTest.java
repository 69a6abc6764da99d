package dev.rollcall.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing is cut off, beside the page or on top of something else, on a phone or a wide screen. */
final class LayoutTest extends PageTest {
  @ParameterizedTest
  @CsvSource({
    "DEMO, 360, light",
    "DEMO, 1280, light",
    "DEMO, 1920, light",
    "DEMO, 360, dark",
    "DEMO, 1280, dark",
    "DEMO, 1920, dark",
    "LINKED, 360, light",
    "LINKED, 1280, light",
    "DUMP, 360, light",
    "DUMP, 1280, dark",
    "DUMP, 1920, light",
    "DIFF, 360, light",
    "DIFF, 1280, dark",
    "DIFF, 1920, light",
    "CLEAN, 360, light",
    "CLEAN, 1280, dark",
    "BIG, 360, light",
    "BIG, 1280, dark"
  })
  void allHasItsPlace(Sample sample, int width, String scheme) {
    BROWSER.show(width, 800).prefer(scheme, true);
    open(sample);

    assertThat(Layout.faults(BROWSER)).as("closed").isEmpty();

    if (sample != Sample.BIG) {
      openAll();
      assertThat(Layout.faults(BROWSER)).as("opened").isEmpty();
    }
  }

  /** So that the test can fail. */
  @Test
  void faultsAreSeen() {
    open(Sample.DEMO);
    BROWSER.run(
        "const v = document.getElementById('verdict');v.style.whiteSpace = 'nowrap'; v.style.width"
            + " = '3000px';const t = document.querySelectorAll('.total');t[1].style.transform ="
            + " 'translateX(-175px)';const h = document.querySelector('#cause-1"
            + " .what');h.style.whiteSpace = 'nowrap'; h.style.overflow = 'hidden'; h.style.width ="
            + " '200px';");

    assertThat(Layout.faults(BROWSER))
        .anyMatch(fault -> fault.startsWith("page is "))
        .anyMatch(fault -> fault.startsWith("beside: h1#verdict"))
        .anyMatch(fault -> fault.startsWith("cut off: p.what"))
        .anyMatch(fault -> fault.startsWith("on top of "));
  }
}
