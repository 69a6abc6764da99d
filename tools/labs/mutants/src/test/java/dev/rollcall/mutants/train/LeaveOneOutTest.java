package dev.rollcall.mutants.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.diagnosis.Suspect.Confidence;
import dev.rollcall.diagnosis.Weights;
import dev.rollcall.diagnosis.evidence.Feature;
import dev.rollcall.mutants.train.LeaveOneOut.Outcome;
import dev.rollcall.mutants.train.Sureness.First;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaveOneOutTest {
  private static final Example.Bug SKIPPED = new Example.Bug("skipped", "sometimes", false);

  private static Candidate candidate(
      String method, boolean guilty, Map<Feature, Double> strengths) {
    return new Candidate(method, guilty, guilty, strengths);
  }

  private static Example example(String id, String library, Candidate... candidates) {
    return new Example(id, library, SKIPPED, 9, 9, List.of(candidates));
  }

  /** The guilty one lacks the release; another one merely held the resource, as strongly. */
  private static Example absence(String id, String library) {
    return example(
        id,
        library,
        candidate("A.holds", false, Map.of(Feature.HOLDER, 1.0)),
        candidate("B.forgets", true, Map.of(Feature.ABSENCE, 1.0)));
  }

  private static List<Example> examples(int ofEach, String... libraries) {
    List<Example> examples = new ArrayList<>();
    for (String library : libraries) {
      for (int i = 0; i < ofEach; i++) {
        examples.add(absence(library + i, library));
      }
    }
    return examples;
  }

  @Test
  void weighsWhatSpeaksOfTheGuiltyMore() {
    Map<Feature, Double> weights = RankingFit.of(examples(9, "one", "two"));

    assertThat(weights).containsExactly(Map.entry(Feature.ABSENCE, 1.0));
  }

  /** The other one is the first method of the program: that speaks for it, and nothing else can. */
  @Test
  void nothingButAPenaltySpeaksForAMethod() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      examples.add(
          example(
              "m" + i,
              "one",
              candidate("A.main", false, Map.of(Feature.ABSENCE, 1.0, Feature.ENTRY, 1.0)),
              candidate("B.forgets", true, Map.of(Feature.ABSENCE, 1.0)),
              candidate("C.uses", false, Map.of(Feature.ABSENCE, 0.5, Feature.LAST_USE, 1.0))));
      examples.add(
          example(
              "n" + i,
              "one",
              candidate("A.carries", true, Map.of(Feature.ABSENCE, 1.0, Feature.CARRIER, 1.0)),
              candidate("B.holds", false, Map.of(Feature.HOLDER, 1.0))));
    }

    Map<Feature, Double> weights = RankingFit.of(examples);

    assertThat(weights).containsOnlyKeys(Feature.ABSENCE, Feature.ENTRY);
    assertThat(weights.get(Feature.ABSENCE)).isPositive();
    assertThat(weights.get(Feature.ENTRY)).isNegative();
  }

  /** They count for half of all mutants, however few they are. */
  @Test
  void realBugsOutweighAsManyMutants() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      examples.add(judged("mutant " + i, "often", Feature.ABSENCE, Feature.HOLDER));
    }
    for (int i = 0; i < 4; i++) {
      examples.add(judged("real " + i, Example.REAL, Feature.HOLDER, Feature.ABSENCE));
    }
    Map<Feature, Double> even = RankingFit.of(examples);
    examples.removeIf(example -> example.bug().extent().equals(Example.REAL));

    Map<Feature, Double> without = RankingFit.of(examples);

    assertThat(without).containsEntry(Feature.ABSENCE, 1.0);
    assertThat(without.getOrDefault(Feature.HOLDER, 0.0)).isZero();
    assertThat(even).containsEntry(Feature.ABSENCE, 1.0);
    assertThat(even.getOrDefault(Feature.ABSENCE, 0.0) - even.getOrDefault(Feature.HOLDER, 0.0))
        .isBetween(0.3, 1.0);
  }

  private static Example judged(String id, String extent, Feature guilty, Feature other) {
    return new Example(
        id,
        "library",
        new Example.Bug("a bug", extent, false),
        9,
        9,
        List.of(
            candidate("A.guilty", true, Map.of(guilty, 1.0)),
            candidate("B.other", false, Map.of(other, 1.0))));
  }

  @Test
  void whatNoExampleHasIsSetByHand() throws IOException {
    Properties table = ByHand.table();

    assertThat(table.stringPropertyNames())
        .allMatch(
            key ->
                Arrays.stream(Feature.values())
                    .anyMatch(kind -> key.equals(kind.word()) || key.endsWith("." + kind.word())));
  }

  @Test
  void theSameExamplesGiveTheSameWeights() {
    assertThat(RankingFit.of(examples(9, "one", "two")))
        .isEqualTo(RankingFit.of(examples(9, "one", "two")));
    assertThat(RankingFit.of(List.of())).isEmpty();
  }

  @Test
  void whatSaysNothingAloneMakesNoSuspect() {
    Weights weights =
        new Learned(Map.of(Feature.ABSENCE, 0.5, Feature.BACKING, 1.0), Sureness.of(List.of()))
            .weights();
    Candidate backed = candidate("A.backed", false, Map.of(Feature.BACKING, 1.0));
    Candidate both = candidate("B.both", true, Map.of(Feature.ABSENCE, 0.1, Feature.BACKING, 1.0));

    assertThat(example("m", "one", backed, both).suspects(weights)).containsExactly(both);
  }

  /** One library where it is the holder: no other one has taught that. */
  @Test
  void judgesALibraryByWhatTheOthersTeach() {
    List<Example> examples = examples(40, "one", "two", "three");
    examples.add(
        example(
            "odd",
            "odd",
            candidate("A.holds", true, Map.of(Feature.HOLDER, 1.0)),
            candidate("B.releases", false, Map.of(Feature.ABSENCE, 1.0))));

    List<Outcome> outcomes = new LeaveOneOut(examples).outcomes();

    assertThat(outcomes).hasSize(examples.size());
    assertThat(outcomes)
        .filteredOn(outcome -> outcome.example().library().equals("one"))
        .allMatch(outcome -> outcome.rank() == 1 && outcome.sure() == Confidence.HIGH);
    assertThat(outcomes)
        .filteredOn(outcome -> outcome.example().library().equals("odd"))
        .singleElement()
        .satisfies(outcome -> assertThat(outcome.rank()).isNotEqualTo(1));
    assertThat(OutcomeTable.of(outcomes, outcomes))
        .contains("| all | 121 | 99 % | 100 % | 100 % | ", "| odd | 1 | 0 % |");
  }

  @Test
  void ofAFewLivesNoSurenessIsLearned() {
    List<Example> few =
        examples(40, "one", "two").stream()
            .map(each -> new Example(each.id(), each.library(), SKIPPED, 2, 9, each.candidates()))
            .toList();

    assertThat(sureness(examples(40, "one", "two")).ofKinds()).containsOnlyKeys(Feature.ABSENCE);
    assertThat(sureness(few).ofKinds()).isEmpty();
  }

  private static Sureness sureness(List<Example> examples) {
    return new LeaveOneOut(examples).learned().sureness();
  }

  @Test
  void isSureFromTheLeastMarginWithSoManyRight() {
    List<First> firsts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      firsts.add(new First(Feature.ABSENCE, 2 + i, i != 3));
      firsts.add(new First(Feature.ABSENCE, 1, i % 4 != 0));
      firsts.add(new First(Feature.HOLDER, 5, i % 2 == 0));
    }
    for (int i = 0; i < 19; i++) {
      firsts.add(new First(Feature.CLOSER, 9, true));
    }

    Sureness sureness = Sureness.of(firsts);

    assertThat(sureness.ofKinds().get(Feature.ABSENCE)).isEqualTo(new Sureness.Limits(2, 1));
    assertThat(sureness.ofKinds().get(Feature.HOLDER))
        .isEqualTo(new Sureness.Limits(Sureness.NEVER, Sureness.NEVER));
    // Nineteen that were right prove too little.
    assertThat(sureness.others()).isEqualTo(new Sureness.Limits(Sureness.NEVER, Sureness.NEVER));
  }

  /** Eighteen of twenty are nine of ten, and may be chance. */
  @Test
  void isNotSureByChance() {
    List<First> firsts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      firsts.add(new First(Feature.ABSENCE, 1, i > 1));
    }

    assertThat(Sureness.of(firsts).ofKinds().get(Feature.ABSENCE))
        .isEqualTo(new Sureness.Limits(Sureness.NEVER, 1));
  }

  @Test
  void writesWhatTheProductReads(@TempDir Path directory) throws IOException {
    Sureness.Limits some = new Sureness.Limits(Sureness.NEVER, 0.5);
    Sureness sureness = new Sureness(new TreeMap<>(Map.of(Feature.ABSENCE, some)), some);
    Path file = directory.resolve("weights.properties");

    WeightsFile.write(
        file, new Learned(Map.of(Feature.ABSENCE, 1.0, Feature.HOLDER, 0.25), sureness));

    Properties read = new Properties();
    read.load(Files.newBufferedReader(file));
    assertThat(read)
        .containsEntry("absence", "1.000")
        .containsEntry("holder", "0.250")
        .containsEntry("carrier", "0.000")
        .containsEntry("owner", "1.5")
        .containsEntry("high.owner", "0.5")
        .containsEntry("high.absence", "1000.000")
        .containsEntry("medium", "0.500");
    for (Feature kind : Feature.values()) {
      assertThat(read).containsKey(kind.word());
    }
  }

  @Test
  void readsExamplesBack(@TempDir Path directory) throws IOException {
    List<Example> examples =
        List.of(
            absence("m1", "one"),
            new Example("m1", "one", new Example.Bug("skipped", "always", true), 9, 9, List.of()),
            example("m2", "two"));
    Path file = directory.resolve("examples.tsv");

    ExampleFile.write(file, examples);

    assertThat(ExampleFile.read(file)).isEqualTo(examples);
  }
}
