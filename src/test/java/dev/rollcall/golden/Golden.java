package dev.rollcall.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The golden files, and what happens where something differs from them. */
final class Golden {
  static final String UPDATE = "golden.update";
  static final String HINT =
      """
      What a user sees has changed. If that is meant, write the golden texts anew, and review the \
      difference: mvn test -Dtest='Golden*Test' -D%s=true
      """
          .formatted(UPDATE);

  private static final Path HOME = Path.of("src/test/resources/dev/rollcall/golden");

  private Golden() {}

  /** A golden file by name. */
  static Path file(String name) {
    return HOME.resolve(name);
  }

  /** A file to be made, by name. */
  static Path made(String name) throws IOException {
    Path made = Path.of("target/golden").resolve(name);
    Files.createDirectories(Objects.requireNonNull(made.getParent()));
    return made;
  }

  /** Fails unless a text is the golden one, line by line. */
  static void assertSame(String name, String actual) throws IOException {
    update(name, actual);
    Path now = Files.writeString(made(name), actual);
    assertThat(now).as(HINT + "Golden is " + file(name)).hasSameTextualContentAs(file(name));
  }

  /** Writes a golden file where that was asked for, and fails then, so that it is noticed. */
  static void update(String name, String actual) throws IOException {
    if (Boolean.getBoolean(UPDATE)) {
      Files.writeString(file(name), actual);
      fail(file(name) + " was written; review it, and run the test again without -D" + UPDATE);
    }
  }
}
