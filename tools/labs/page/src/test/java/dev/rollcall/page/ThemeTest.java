package dev.rollcall.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Light, dark, or as the system has it; and as much motion as one wants. */
final class ThemeTest extends PageTest {
  private static String theme() {
    return BROWSER.text(
        "return (document.documentElement.dataset.theme || 'system') + ' '"
            + " + document.getElementById('theme').textContent");
  }

  /** How light the background is, from 0 to 255. */
  private static double light() {
    return BROWSER.number(
        "return Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])");
  }

  @Test
  void theButtonGoesRoundAndNamesTheTheme() {
    open(Sample.CLEAN);
    List<String> themes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      themes.add(theme());
      BROWSER.find("#theme").click();
    }

    assertThat(themes)
        .containsExactly(
            "system Theme: system",
            "light Theme: light",
            "dark Theme: dark",
            "system Theme: system");
  }

  @Test
  void whatWasChosenIsKept() {
    open(Sample.CLEAN);
    BROWSER.find("#theme").click();
    BROWSER.find("#theme").click();
    BROWSER.reload().settle();

    assertThat(theme()).isEqualTo("dark Theme: dark");
    assertThat(light()).isLessThan(80);
  }

  @Test
  void theSystemsSchemeIsFollowedUntilOneIsChosen() {
    open(Sample.CLEAN);
    assertThat(light()).isGreaterThan(200);

    BROWSER.prefer("dark", false).settle();
    assertThat(light()).isLessThan(80);

    BROWSER.find("#theme").click();
    assertThat(theme()).startsWith("light");
    assertThat(light()).isGreaterThan(200);
  }

  @Test
  void nothingMovesWhereMotionIsReduced() {
    BROWSER.prefer("light", true);
    open(Sample.DEMO);
    BROWSER.run(
        "window.moved = [];"
            + "const look = () => { for (const a of document.getAnimations()) moved.push("
            + " a.effect.target.tagName + '.' + a.effect.target.className);"
            + " requestAnimationFrame(look); }; look();");
    openAll();

    assertThat(BROWSER.list("return moved")).isEmpty();
    assertThat(
            BROWSER.list(
                "return [...document.querySelectorAll('*')].filter(e => {"
                    + " const s = getComputedStyle(e);"
                    + " return s.transitionDuration.split(',').some(d => parseFloat(d) > 0)"
                    + "  || (s.animationName !== 'none' && parseFloat(s.animationDuration) > 0)"
                    + "  || s.scrollBehavior === 'smooth' }).map(e => e.tagName + '.' +"
                    + " (e.getAttribute('class') || ''))"))
        .isEmpty();
  }
}
