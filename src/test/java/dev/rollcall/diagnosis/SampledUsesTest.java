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
    return Diagnosis.of(List.of(group), List.of(healthy)).suspects(group);
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
            "Missing release in A.finish: it released 20 of 20 released siblings but 0 of 5 leaked"
                + " resources.");
    assertThat(suspects)
        .noneMatch(suspect -> suspect.frame().getMethodName().equals("fill"))
        .noneMatch(suspect -> suspect.evidence().contains("next step of released siblings was in"));
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
        .startsWith("The last step of 5 of 5 leaked resources, uses aside, was in S.open ");
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
        .anyMatch(words -> words.contains("of 36 leaked resources whose uses are recorded"))
        .noneMatch(words -> words.contains("The last step of 36 of 40"));
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
      assertThat(found.evidence()).as("seed %d", seed).isEqualTo(expected.evidence());
      assertThat(found.confidence()).as("seed %d", seed).isEqualTo(expected.confidence());
    }
  }
}
