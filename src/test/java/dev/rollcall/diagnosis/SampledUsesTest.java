package dev.rollcall.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Where uses are recorded of some lives only, that is no difference between the others. */
final class SampledUsesTest {
  private static final int SEEDS = 300;

  private static List<Suspect> suspects(Ways leaked, Ways healthy) {
    Diagnosis.Group group = new Diagnosis.Group(leaked, healthy);
    return Stories.diagnosis(List.of(group), List.of(healthy)).suspects(group);
  }

  /** As it is recorded where its uses are not. */
  private static Way unused(Way way) {
    return new Way(
        way.stops().stream().filter(stop -> !Stop.USED.equals(stop.note())).toList(),
        way.sequel(),
        way.owners(),
        false);
  }

  private static Way healthy() {
    return Lives.register("A.run S.open").use("A.run S.fill").end("A.run A.finish");
  }

  private static Way leaked() {
    return Lives.register("A.run S.open").use("A.run S.fill").way();
  }

  @Test
  void aUseThatWasNotToBeRecordedIsNotMissed() {
    Ways leaked = Lives.ways(5, unused(leaked()));

    List<Suspect> suspects = suspects(leaked, Lives.ways(20, healthy()));

    assertThat(suspects.get(0).evidence())
        .isEqualTo(
            "A.finish released 20 of 20 released siblings; 0 of 5 leaked resources came "
                + "there: release them in A.run, where the ways part after S.open.");
    assertThat(suspects)
        .noneMatch(suspect -> suspect.frame().getMethodName().equals("fill"))
        .noneMatch(suspect -> suspect.evidence().contains("went on to S.fill"));
  }

  @Test
  void aUseThatOnlyTheLeakedHaveRecordedIsNoOddity() {
    Ways leaked = Lives.ways(5, leaked());

    List<Suspect> suspects = suspects(leaked, Lives.ways(20, unused(healthy())));

    List<Suspect> without =
        suspects(Lives.ways(5, unused(leaked())), Lives.ways(20, unused(healthy())));
    assertThat(suspects)
        .extracting(suspect -> List.of(suspect.kind(), suspect.frame(), suspect.score()))
        .isEqualTo(
            without.stream()
                .map(suspect -> List.of(suspect.kind(), suspect.frame(), suspect.score()))
                .toList());
    assertThat(suspects.get(1).evidence())
        .startsWith(
            "S.open made the last step of 5 of 5 leaked resources (uses aside); 20 of 20 released"
                + " siblings went on to A.finish and were released: ");
  }

  /** Of whom it is not known whether they were used, none is counted as not used. */
  @Test
  void whereTheLeakedWereSeenLastIsSaidOfThoseWhoseUsesAreRecorded() {
    Way further =
        Lives.register("A.run S.open")
            .use("A.run S.fill")
            .use("A.run B.send")
            .end("A.run A.finish");
    Ways leaked = Lives.ways(36, leaked());
    leaked.addAll(Lives.ways(4, unused(leaked())));

    List<Suspect> suspects = suspects(leaked, Lives.ways(50, further));

    assertThat(suspects)
        .extracting(Suspect::evidence)
        .anyMatch(words -> words.contains("made the last step of 36 of 36 "))
        .anyMatch(words -> words.contains("0 of 36 leaked resources (of those whose uses are "))
        .noneMatch(words -> words.contains("36 of 40"));
  }

  /** What is said before what to do, which may name a step that not all have recorded. */
  private static String numbers(Suspect suspect) {
    return suspect.evidence().substring(0, suspect.evidence().indexOf(": "));
  }

  /** Whichever lives have their uses recorded, those who forgot are the same. */
  @Test
  void whoForgotDoesNotDependOnWhoseUsesAreRecorded() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Ways all = new Ways("");
      Ways some = new Ways("");
      Ways leakedAll = new Ways("");
      Ways leakedSome = new Ways("");
      double share = random.nextDouble();
      for (int i = 0; i < 60; i++) {
        boolean leaks = i % 6 == 0;
        Way way = leaks ? leaked() : healthy();
        (leaks ? leakedAll : all).add(way);
        (leaks ? leakedSome : some).add(random.nextDouble() < share ? way : unused(way));
      }

      Suspect expected = suspects(leakedAll, all).get(0);
      Suspect found = suspects(leakedSome, some).get(0);

      assertThat(found.frame()).as("seed %d", seed).isEqualTo(expected.frame());
      assertThat(numbers(found)).as("seed %d", seed).isEqualTo(numbers(expected));
      assertThat(found.confidence()).as("seed %d", seed).isEqualTo(expected.confidence());
    }
  }
}
