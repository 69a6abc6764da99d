package dev.rollcall.report.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CodeOwnersTest {
  private static String owners(String path, String... lines) {
    return String.join(" ", CodeOwners.parse("CODEOWNERS", String.join("\n", lines)).of(path));
  }

  /** Patterns and paths as the manual of GitHub explains them. */
  @ParameterizedTest
  @CsvSource({
    "*, any/where/A.java",
    "*.java, any/where/A.java",
    "/build/logs/, build/logs/deep/a.log",
    "docs/*, docs/a.md",
    "apps/, deep/apps/a/b.java",
    "/apps/github, apps/github/a.java",
    "**/logs, deep/er/logs/a.log",
    "src/**/A.java, src/main/java/A.java",
    "src/**/A.java, src/A.java",
    "src/**, src/a/b.java",
    "A?.java, x/AB.java",
    "my\\ dir/, my dir/a.java",
    "/, a/b.java"
  })
  void aPatternMeansAPath(String pattern, String path) {
    assertThat(owners(path, pattern + " @acme/team")).isEqualTo("@acme/team");
  }

  @ParameterizedTest
  @CsvSource({
    "*.java, A.javac",
    "/build/logs/, deep/build/logs/a.log",
    "/build/logs/, build/logs",
    "docs/*, docs/deep/a.md",
    "docs/*, x/docs/a.md",
    "/apps/github, apps/github2/a.java",
    "A?.java, A/.java",
    "a.b, acb",
    "(a|b)*, a"
  })
  void andNoOther(String pattern, String path) {
    assertThat(owners(path, pattern + " @acme/team")).isEmpty();
  }

  @Test
  void theLastRuleThatMatchesCounts() {
    String[] lines = {
      "# everything", "* @all", "", "*.java @java me@acme.example # the rest", "/gen/", "\\#a @hash"
    };

    assertThat(owners("a.txt", lines)).isEqualTo("@all");
    assertThat(owners("a.java", lines)).isEqualTo("@java me@acme.example");
    assertThat(owners("gen/a.java", lines)).isEmpty();
    assertThat(owners("#a", lines)).isEqualTo("@hash");
  }

  /** Each section of GitLab has owners of its own, who may be those of the section. */
  @Test
  void sectionsAddUp() {
    String[] lines = {
      "* @all",
      "[Docs][2] @writers",
      "docs/*",
      "^[Database]",
      "*.sql @data",
      "[DOCS]",
      "README.md @readers"
    };

    assertThat(owners("docs/a.sql", lines)).isEqualTo("@all @writers @data");
    assertThat(owners("deep/docs/a", lines)).isEqualTo("@all @writers");
    assertThat(owners("README.md", lines)).isEqualTo("@all @readers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"* nobody", "<html lang=en>", "{\"a\": 1}", "*.java @a, @b c"})
  void whatIsNoSuchFileIsRefused(String line) {
    assertThatThrownBy(() -> CodeOwners.parse("some/OWNERS", "# first\n" + line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("some/OWNERS:2: '")
        .hasMessageContaining("is no owner; write @name, @org/team or an e-mail address");
  }
}
