package dev.rollcall.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaseListTest {
  static List<RealCase> cases() throws IOException {
    return CaseList.read();
  }

  @Test
  void hasEachCaseAndEachSourceOnce() throws IOException {
    assertThat(cases()).extracting(RealCase::name).doesNotHaveDuplicates();
    try (Stream<Path> sources = Files.walk(CaseList.SOURCES)) {
      assertThat(cases())
          .extracting(RealCase::source)
          .containsExactlyInAnyOrderElementsOf(
              sources
                  .filter(Files::isRegularFile)
                  .filter(file -> !file.equals(CaseList.OPERATIONS))
                  .map(file -> CaseList.SOURCES.relativize(file).toString().replace('\\', '/'))
                  .filter(name -> !name.endsWith("package-info.java"))
                  .toList());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isWellFormed(RealCase real) {
    assertThat(real.name()).matches("[a-z][a-z0-9-]*").isNotEqualTo("all");
    assertThat(real.title()).isNotBlank().doesNotContain("\n", "|");
    assertThat(real.link())
        .matches(
            "https://github.com/[\\w.-]+/[\\w.-]+/(issues|pull)/\\d+"
                + "|https://issues.apache.org/jira/browse/[A-Z]+-\\d+");
    assertThat(real.count()).isPositive();
    assertThat(real.why()).endsWith(".");
    assertThat(real.ways()).isNotEmpty();
    assertThat(real.fix()).matches(".+[.)]");
    assertThat(real.guilty())
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allSatisfy(
            guilty ->
                assertThat(guilty.toString())
                    .matches("([a-z][a-z0-9]*\\.)+[A-Z][\\w$]*\\.(\\w+|<init>)"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void namesWhatTheAgentWatches(RealCase real) {
    assertThat(real.ways())
        .filteredOn(Way::isAgent)
        .extracting(Way::watched)
        .allMatch(
            watched ->
                watched.matches("files|sockets|selectors|jdbc|executors|processes|http|netty|arrow")
                    || watched.matches("track=[\\w.$]+:\\w+"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void differsInOneVersionOnly(RealCase real) {
    assertThat(real.leaking()).isNotEqualTo(real.fixing());
    assertThat(real.artifacts()).filteredOn(artifact -> artifact.contains("{version}")).hasSize(1);
    assertThat(real.versions())
        .allSatisfy(
            version ->
                assertThat(real.artifacts(version))
                    .allMatch(artifact -> artifact.matches("[\\w.-]+:[\\w.-]+:[\\w.-]+")));
  }
}
