package dev.rollcall.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Makes the pictures of the README and the manual: of each page the first screen in three widths
 * and both themes, and of what is behind a click one picture in each theme. Arguments: the
 * directory for the pictures, then a name and a page for each.
 */
final class Screenshots {
  private static final Map<Integer, Integer> SIZES = Map.of(360, 780, 1280, 800, 1920, 1080);
  private static final List<String> SCHEMES = List.of("light", "dark");

  private final Browser browser;
  private final Path directory;

  private Screenshots(Browser browser, Path directory) {
    this.browser = browser;
    this.directory = directory;
  }

  public static void main(String[] arguments) throws IOException {
    Path directory = Files.createDirectories(Path.of(arguments[0]));
    try (Browser browser = new Browser()) {
      Screenshots screenshots = new Screenshots(browser, directory);
      for (int i = 1; i + 1 < arguments.length; i += 2) {
        screenshots.of(arguments[i], Path.of(arguments[i + 1]));
      }
    }
  }

  private void of(String name, Path page) throws IOException {
    for (String scheme : SCHEMES) {
      for (Map.Entry<Integer, Integer> size : SIZES.entrySet()) {
        browser.show(size.getKey(), size.getValue()).prefer(scheme, true);
        browser.open(page).settle();
        save(name + "-" + size.getKey() + "-" + scheme);
      }
      browser.show(1280, 800).open(page).settle();
      opened(name, scheme);
    }
  }

  /** The first cause, opened: how its lives differ, and one of them. */
  private void opened(String name, String scheme) throws IOException {
    Object there =
        browser.run(
            "const button = document.querySelector('#causes .toggle, #open .toggle');"
                + "if (button) button.click(); return Boolean(button)");
    if (!Boolean.TRUE.equals(there)) {
      return;
    }
    browser.settle().settle();
    browser.run(
        "const block = document.querySelector('.group .tracks, .group .life');"
            + "if (block) block.closest('.block').scrollIntoView({behavior: 'instant'})");
    browser.settle();
    save(name + "-opened-" + scheme);
  }

  private void save(String name) throws IOException {
    byte[] small = Palette.png(ImageIO.read(new ByteArrayInputStream(browser.picture())));
    Files.write(directory.resolve(name + ".png"), small);
  }
}
