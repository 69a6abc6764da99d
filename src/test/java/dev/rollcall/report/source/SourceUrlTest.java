package dev.rollcall.report.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceUrlTest {
  private static final String GITHUB = "https://github.com/acme/shop/blob/main/{path}#L{line}";

  @Test
  void aLineHasAnAddress() {
    assertThat(SourceUrl.of(GITHUB).of("src/Relay.java", 61))
        .isEqualTo("https://github.com/acme/shop/blob/main/src/Relay.java#L61");
    assertThat(SourceUrl.of("http://host:8080/{path}?x=1").of("A.java", 7))
        .isEqualTo("http://host:8080/A.java?x=1");
  }

  /** Whatever a path is, it stays within its place. */
  @ParameterizedTest
  @CsvSource({
    "a b/Ä.java, a%20b/%C3%84.java",
    "a#b?c=d&e.java, a%23b%3Fc%3Dd%26e.java",
    "{line}.java, %7Bline%7D.java",
    "'\"><script>.java', %22%3E%3Cscript%3E.java"
  })
  void whatAUrlHasNoPlaceForIsEscaped(String path, String escaped) {
    assertThat(SourceUrl.of(GITHUB).of(path, 1))
        .isEqualTo("https://github.com/acme/shop/blob/main/" + escaped + "#L1");
  }

  @Test
  void withoutALineItIsTheAddressOfTheFile() {
    assertThat(SourceUrl.of(GITHUB).of("A.java", -1))
        .isEqualTo("https://github.com/acme/shop/blob/main/A.java");
    assertThat(SourceUrl.of("https://host/{path}?line={line}").of("A.java", -1)).isNull();
    assertThat(SourceUrl.of("https://host/#{path}").of("A.java", -1)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)//{path}",
        "file:///{path}",
        "HTTPS://host/{path}",
        "//host/{path}",
        "{path}",
        "https://host/",
        "https://host/{PATH}",
        "https://{path}",
        "https://host{path}/",
        "https://host.{line}/{path}",
        "https:///{path}",
        "https://host/{path}#{row}",
        "https://host/{path}\" onclick=\"x"
      })
  void whatIsNoAddressIsRefused(String pattern) {
    assertThatThrownBy(() -> SourceUrl.of(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + pattern + "' ")
        .hasMessageContaining("; ");
  }
}
