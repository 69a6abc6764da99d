package dev.rollcall.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.diagnosis.Suspect.Confidence;
import dev.rollcall.diagnosis.evidence.Feature;
import dev.rollcall.diagnosis.way.Ways;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What evidence is worth stands in a table, and nowhere in code. */
final class WeightsTest {
  private static Properties table(String lines) {
    Properties table = new Properties();
    try {
      table.load(new StringReader(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  @Test
  void aScoreIsTheSumOfWhatIsKnownTimesWhatItIsWorth() {
    Weights weights = Weights.of(table("absence=2\ncarrier=-0.5\n"));

    assertThat(weights.score(Map.of(Feature.ABSENCE, 0.5, Feature.CARRIER, 1.0))).isEqualTo(0.5);
    assertThat(weights.score(Map.of(Feature.HOLDER, 1.0))).isZero();
  }

  @Test
  void whatOnlyAddsToOtherEvidenceIsNeverTold() {
    Weights weights = Weights.of(table("absence=1\nbacking=5\n"));

    assertThat(weights.heaviest(Map.of(Feature.ABSENCE, 0.1, Feature.BACKING, 1.0)))
        .isEqualTo(Feature.ABSENCE);
    assertThat(weights.heaviest(Map.of(Feature.BACKING, 1.0))).isNull();
  }

  @Test
  void howSureASuspectIsStandsInTheTable() {
    Weights weights = Weights.of(table("few=3\nhigh=2\nmedium=1\nhigh.holder=4\n"));

    assertThat(weights.confidence(Feature.CLOSER, 2, 5, 5)).isEqualTo(Confidence.HIGH);
    assertThat(weights.confidence(Feature.CLOSER, 1.9, 5, 5)).isEqualTo(Confidence.MEDIUM);
    assertThat(weights.confidence(Feature.CLOSER, 0.9, 5, 5)).isEqualTo(Confidence.LOW);
    assertThat(weights.confidence(Feature.HOLDER, 3, 5, 5)).isEqualTo(Confidence.MEDIUM);
    assertThat(weights.confidence(Feature.HOLDER, 4, 5, 5)).isEqualTo(Confidence.HIGH);
    assertThat(Weights.of(table("")).confidence(Feature.HOLDER, 99, 5, 5))
        .isEqualTo(Confidence.LOW);
  }

  @Test
  void aFewLivesMayBeChance() {
    Weights weights = Weights.of(table("few=3\nhigh=1\n"));

    assertThat(weights.confidence(Feature.ABSENCE, 1, 2, 9)).isEqualTo(Confidence.LOW);
    assertThat(weights.confidence(Feature.ABSENCE, 1, 9, 2)).isEqualTo(Confidence.LOW);
    assertThat(weights.confidence(Feature.EXCEPTION, 1, 9, 0)).isEqualTo(Confidence.HIGH);
    assertThat(weights.confidence(Feature.EXCEPTION, 1, 2, 9)).isEqualTo(Confidence.MEDIUM);
    assertThat(weights.confidence(Feature.OWNER, 1, 1, 0)).isEqualTo(Confidence.HIGH);
  }

  @Test
  void anotherTableMakesOthersSuspects() {
    Ways healthy = Lives.ways(20, Lives.register("A.run B.open").end("A.run C.shut"));
    Diagnosis.Group group =
        new Diagnosis.Group(Lives.ways(5, Lives.register("A.run B.open").way()), healthy);

    Suspect usual = Diagnosis.of(List.of(group), List.of(healthy)).suspects(group).get(0);
    Suspect other =
        Diagnosis.of(
                List.of(group),
                List.of(healthy),
                Weights.of(table("absence=1\nregistration-beside=9\n")))
            .suspects(group)
            .get(0);

    assertThat(usual.frame().getMethodName()).isEqualTo("shut");
    assertThat(other.frame().getMethodName()).isEqualTo("open");
  }

  /** A word that no kind has is a typing error, and a kind without a word is forgotten. */
  @Test
  void theTableThatIsShippedKnowsEveryKindAndNoOther() throws IOException {
    Properties table = new Properties();
    table.load(Weights.class.getResourceAsStream("weights.properties"));
    Set<String> words =
        Arrays.stream(Feature.values()).map(Feature::word).collect(Collectors.toSet());

    assertThat(table.stringPropertyNames()).containsAll(words);
    for (String key : table.stringPropertyNames()) {
      assertThat(Double.parseDouble(table.getProperty(key))).isFinite();
      String word = key.replaceFirst("^(?:high|medium)[.]", "");
      assertThat(words.contains(word) || Set.of("few", "high", "medium").contains(key))
          .as(key)
          .isTrue();
    }
  }
}
