package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** The formats for other tools, from the command line. */
final class FormatsTest extends CommandTest {
  @ParameterizedTest
  @CsvSource({"clean, 0", "leaky, 1", "misused, 1", "hostile, 1", "open, 4", "none, 4"})
  void exitCodesAreThoseOfText(String name, int code) throws IOException {
    for (String format : new String[] {"junit", "sarif", "folded"}) {
      assertThat(run("report", "--format", format, sample(name))).isEqualTo(code);
      assertThat(out).doesNotContain("\u001b", "\u202e");
      assertThat(run("report", "--format", format, "-o", target(format), sample(name)))
          .isEqualTo(code);
      assertThat(out).isEmpty();
      assertThat(directory.resolve(format)).exists();
    }
  }

  @Test
  void junit() throws Exception {
    assertThat(run("report", "--format", "junit", "-o", target("TEST.xml"), sample("leaky")))
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
    run("report", "--format", "sarif", sample("leaky"));

    assertThat(
            new ObjectMapper()
                .readTree(out)
                .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                .asText())
        .isEqualTo("src/test/java/dev/rollcall/recording/SampleProgram.java");
  }

  @Test
  void folded() {
    run("report", "--format", "folded", sample("leaky"));

    assertThat(out)
        .startsWith("dev/rollcall/recording/SampleProgram.main;")
        .endsWith(
            "dev/rollcall/recording/SampleProgram.leaky;"
                + "dev.rollcall.recording.SampleProgram$Buffer_[i] 2\n");
    assertThat(out.lines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"junit", "sarif", "folded"})
  void historyHasTextAndJsonOnly(String format) {
    assertThat(run("history", "--format", format, "--id", "1", sample("leaky"))).isEqualTo(2);
    assertOneSentence("history cannot print '" + format + "', use text or json");
    assertThat(out).isEmpty();
  }

  @Test
  void anUnknownFormatIsAnsweredWithThoseThereAre() {
    assertThat(run("report", "--format", "xml", sample("leaky"))).isEqualTo(2);
    assertOneSentence("'xml' is not a format, use text, json, junit, sarif, folded or html");
  }

  @Test
  void helpNamesTheFormats() {
    assertThat(run("help", "report")).isZero();
    assertThat(out).contains("junit", "sarif", "folded");
  }
}
