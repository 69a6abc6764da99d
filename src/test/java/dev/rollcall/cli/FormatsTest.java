package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.recording.SampleRecordings;
import java.io.IOException;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** The formats for other tools, from the command line. */
final class FormatsTest {
  @TempDir private Path directory = Path.of("");

  private final Console console = new Console();

  private static String sample(String name) {
    return SampleRecordings.get(name).toString();
  }

  private String target(String name) {
    return directory.resolve(name).toString();
  }

  @ParameterizedTest
  @CsvSource({"clean, 0", "leaky, 1", "misused, 1", "hostile, 1", "open, 4", "none, 4"})
  void exitCodesAreThoseOfText(String name, int code) throws IOException {
    for (String format : new String[] {"junit", "sarif", "folded"}) {
      assertThat(console.run("report", "--format", format, sample(name))).isEqualTo(code);
      assertThat(console.out()).doesNotContain("\u001b", "\u202e");
      assertThat(console.run("report", "--format", format, "-o", target(format), sample(name)))
          .isEqualTo(code);
      assertThat(console.out()).isEmpty();
      assertThat(directory.resolve(format)).exists();
    }
  }

  @Test
  void junit() throws Exception {
    assertThat(
            console.run("report", "--format", "junit", "-o", target("TEST.xml"), sample("leaky")))
        .isEqualTo(1);

    Element suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(directory.resolve("TEST.xml").toFile())
            .getDocumentElement();
    assertThat(suite.getAttribute("tests")).isEqualTo("1");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("errors")).isEqualTo("0");
  }

  @Test
  void sarif() throws IOException {
    console.run("report", "--format", "sarif", sample("leaky"));

    assertThat(
            new ObjectMapper()
                .readTree(console.out())
                .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                .asText())
        .isEqualTo("dev/rollcall/recording/SampleProgram.java");
  }

  @Test
  void folded() {
    console.run("report", "--format", "folded", sample("leaky"));

    assertThat(console.out())
        .startsWith("dev/rollcall/recording/SampleProgram.main;")
        .endsWith(
            "dev/rollcall/recording/SampleProgram.leaky;"
                + "dev.rollcall.recording.SampleProgram$Buffer_[i] 2\n");
    assertThat(console.out().lines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"junit", "sarif", "folded"})
  void historyHasTextAndJsonOnly(String format) {
    assertThat(console.run("history", "--format", format, "--id", "1", sample("leaky")))
        .isEqualTo(2);
    console.assertOneSentence("history has no format '" + format + "', use text or json");
    assertThat(console.out()).isEmpty();
  }

  @Test
  void anUnknownFormatIsAnsweredWithThoseThereAre() {
    assertThat(console.run("report", "--format", "xml", sample("leaky"))).isEqualTo(2);
    console.assertOneSentence("'xml' is not a format, use text, json, junit, sarif or folded");
  }

  @Test
  void helpNamesTheFormats() {
    assertThat(console.run("help", "report")).isZero();
    assertThat(console.out()).contains("junit", "sarif", "folded");
  }
}
