package dev.rollcall.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rollcall.diagnosis.evidence.Feature;
import dev.rollcall.diagnosis.evidence.Subtree;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each kind of evidence by itself, in a small life; what it is worth is no part of it. */
final class EvidenceTest {
  private static final Ways NONE = new Ways("");

  private static Map<Method, Map<Feature, Double>> evidence(Ways leaked, Ways healthy) {
    Diagnosis.Group group = new Diagnosis.Group(leaked, healthy);
    return Diagnosis.of(List.of(group), List.of(healthy)).evidence(group);
  }

  private static double strength(
      Map<Method, Map<Feature, Double>> evidence, String method, Feature feature) {
    return evidence.entrySet().stream()
        .filter(entry -> entry.getKey().shortName().equals(method))
        .mapToDouble(entry -> entry.getValue().getOrDefault(feature, 0.0))
        .sum();
  }

  private static void says(
      Map<Method, Map<Feature, Double>> evidence, String method, Feature feature, double strength) {
    assertThat(strength(evidence, method, feature))
        .as("%s of %s in %s", feature, method, evidence)
        .isCloseTo(strength, within(1e-9));
  }

  @Test
  void absenceIsTheShareOfTheLeakedThatLackTheRelease() {
    Ways leaked = Lives.ways(3, Lives.register("A.run B.read").way());
    leaked.addAll(Lives.ways(1, Lives.register("A.run B.read").retain("A.run C.keep").way()));

    Map<Method, Map<Feature, Double>> evidence =
        evidence(leaked, Lives.ways(9, Lives.register("A.run B.read").end("A.run B.read")));

    says(evidence, "B.read", Feature.ABSENCE, 0.75);
    says(evidence, "B.read", Feature.ABSENCE_ASIDE, 0.25);
    says(evidence, "C.keep", Feature.PRESENCE_ASIDE, 0.125);
  }

  /** Who closes the others is right as it is, if the leaked never came there. */
  @Test
  void whoReleasedTheSiblingsIsAnotherKindIfTheLeakedAreNotSeenThere() {
    Way healthy = Lives.register("A.run B.open").end("A.run C.shut");
    Way seen = Lives.register("A.run B.open").use("A.run C.shut").way();
    Way unseen = Lives.register("A.run B.open").way();
    Way next = Lives.register("A.run B.open").thenTheThread("A.run C.shut D.other").way();

    for (Way came : List.of(seen, next)) {
      says(evidence(Lives.ways(5, came), Lives.ways(9, healthy)), "C.shut", Feature.ABSENCE, 1);
    }
    Map<Method, Map<Feature, Double>> evidence =
        evidence(Lives.ways(5, unseen), Lives.ways(9, healthy));
    says(evidence, "C.shut", Feature.ABSENCE, 0);
    says(evidence, "C.shut", Feature.ABSENCE_UNSEEN, 1);
  }

  @Test
  void aReleaseThatTheLeakedNeverCameToIsAnotherKind() {
    Way healthy =
        Lives.register("A.run B.open C.connect").use("A.run D.query").end("A.run E.close");
    Map<Method, Map<Feature, Double>> evidence =
        evidence(
            Lives.ways(5, Lives.register("A.run B.open C.connect").way()), Lives.ways(9, healthy));

    says(evidence, "E.close", Feature.ABSENCE, 0);
    says(evidence, "E.close", Feature.ABSENCE_UNREACHED, 1);
    says(evidence, "B.open", Feature.BREAK_WITHIN, 1);
    says(evidence, "D.query", Feature.BREAK_BESIDE, 1);
  }

  @Test
  void partingIsBetweenTheLastStepOfBothAndTheNext() {
    Map<Method, Map<Feature, Double>> evidence =
        evidence(
            Lives.ways(5, Lives.register("A.run C.open").way()),
            Lives.ways(9, Lives.register("A.run C.open").end("A.run D.parse E.convert F.shut")));

    says(evidence, "C.open", Feature.PARTING_LEFT, 1);
    says(evidence, "D.parse", Feature.PARTING_ENTERED, 1);
    says(evidence, "A.run", Feature.PARTING_AT, 1);
  }

  @Test
  void presenceIsAReferenceThatNoSiblingTakes() {
    Map<Method, Map<Feature, Double>> evidence =
        evidence(
            Lives.ways(
                5, Lives.register("A.run").retain("A.run B.cache").release("A.run D.close").way()),
            Lives.ways(9, Lives.register("A.run").end("A.run D.close")));

    says(evidence, "B.cache", Feature.PRESENCE, 1);
  }

  @Test
  void balanceIsBesideWhereTheSiblingsExplainTheLeak() {
    Way leaked = Lives.register("A.run B.open").way();

    Map<Method, Map<Feature, Double>> alone = evidence(Lives.ways(5, leaked), NONE);
    says(alone, "B.open", Feature.REGISTRATION, 1);
    says(alone, "A.run", Feature.REGISTRATION, 0.5);
    Map<Method, Map<Feature, Double>> beside =
        evidence(
            Lives.ways(5, leaked),
            Lives.ways(9, Lives.register("A.run B.open").end("A.run B.open")));
    says(beside, "B.open", Feature.REGISTRATION, 0);
    says(beside, "B.open", Feature.REGISTRATION_BESIDE, 1);
  }

  @Test
  void whoIsOfTheClassItWasHandedToIsTheReceiver() {
    Way leaked =
        Lives.register("A.run")
            .handTo("Echo", "A.run B.fire")
            .thenTheThread("A.run B.fire Echo.read Codec.alloc")
            .way();

    Map<Method, Map<Feature, Double>> evidence = evidence(Lives.ways(5, leaked), NONE);

    says(evidence, "Echo.read", Feature.RECEIVER, 1);
    says(evidence, "Codec.alloc", Feature.HOLDER, 0.5);
  }

  @Test
  void whatCarriesAReleaseOutForItsCallerIsMarked() {
    Map<Method, Map<Feature, Double>> evidence =
        evidence(
            Lives.ways(5, Lives.register("A.run").way()),
            Lives.ways(9, Lives.register("A.run").end("A.run B.done Util.closeQuietly")));

    says(evidence, "B.done", Feature.ABSENCE_UNSEEN, 1);
    says(evidence, "B.done", Feature.CARRIER, 0);
    says(evidence, "Util.closeQuietly", Feature.ABSENCE_ENDING, 1);
    says(evidence, "Util.closeQuietly", Feature.CARRIER, 1);
  }

  /** A group backs others only, and not itself. */
  @Test
  void whatOtherGroupsSayBacksIt() {
    Ways healthy = Lives.ways(9, Lives.register("A.run B.open").end("A.run C.shut"));
    Ways others = Lives.ways(9, Lives.register("A.run D.open").end("A.run C.shut"));
    Diagnosis.Group one =
        new Diagnosis.Group(Lives.ways(4, Lives.register("A.run B.open").way()), healthy);
    Diagnosis.Group other =
        new Diagnosis.Group(Lives.ways(4, Lives.register("A.run D.open").way()), others);

    Diagnosis both = Diagnosis.of(List.of(one, other), List.of(healthy, others));

    says(both.evidence(one), "C.shut", Feature.BACKING, 0.5);
    says(both.evidence(one), "B.open", Feature.BACKING, 0);
    says(evidence(one.leaked(), healthy), "C.shut", Feature.BACKING, 0);
  }

  /** Both come through it; it gives the reference back that its callee takes, but not always. */
  @Test
  void whoKeepsAReferenceThatItGivesBackForTheSiblingsIsFoundBelowItsCallers() {
    Lives leaked = Lives.register("A.run").retain("A.run B.keep C.add").release("A.run");
    Lives healthy = Lives.register("A.run").retain("A.run B.keep C.add").release("A.run B.keep");

    Map<Method, Map<Feature, Double>> evidence =
        evidence(Lives.ways(5, leaked.way()), Lives.ways(9, healthy.end("A.run")));

    says(evidence, "B.keep", Feature.SUBTREE, 1);
    says(evidence, "C.add", Feature.SUBTREE, 0);
    says(evidence, "A.run", Feature.SUBTREE, 0);
  }

  /** Siblings that never come through it say nothing of it. */
  @Test
  void whatNoSiblingComesThroughHasNoBalanceToCompare() {
    Way leaked = Lives.register("A.run").retain("A.run B.keep").release("A.run").way();

    Map<Method, Map<Feature, Double>> evidence =
        evidence(Lives.ways(5, leaked), Lives.ways(9, Lives.register("A.run").end("A.run")));

    says(evidence, "B.keep", Feature.SUBTREE, 0);
    says(evidence, "A.run", Feature.SUBTREE, 1);
  }

  @Test
  void whereTheProgramBeginsIsKnownByAllLives() {
    Ways healthy = Lives.ways(9, Lives.register("Loop.run B.open").end("Loop.run C.shut"));
    Ways others = Lives.ways(9, Lives.register("Loop.run D.open").end("Loop.run D.shut"));
    Diagnosis.Group group =
        new Diagnosis.Group(Lives.ways(4, Lives.register("Loop.run B.open").way()), healthy);

    Map<Method, Map<Feature, Double>> evidence =
        Diagnosis.of(List.of(group), List.of(healthy, others)).evidence(group);

    says(evidence, "Loop.run", Feature.ENTRY, 1);
    says(evidence, "B.open", Feature.ENTRY, 0);
  }

  @Test
  void whoUsedItLastIsNamedWithItsCallers() {
    Way leaked = Lives.register("A.run").use("A.run B.read C.peek").way();

    Map<Method, Map<Feature, Double>> evidence = evidence(Lives.ways(5, leaked), NONE);

    says(evidence, "C.peek", Feature.LAST_USE, 1);
    says(evidence, "B.read", Feature.LAST_USE, 0.5);
  }

  /** A class that keeps what it makes, and never gave back any, lacks its own end. */
  @Test
  void theConstructorThatKeptItIsNamedWhereItsClassReleasesNothing() {
    Ways leaked = Lives.ways(5, Lives.register("A.run B.open Box.<init>").way());

    Map<Method, Map<Feature, Double>> evidence = evidence(leaked, NONE);

    says(evidence, "Box.<init>", Feature.KEEPER, 1);
    Ways others = Lives.ways(9, Lives.register("A.run").end("A.run Box.close Util.free"));
    Diagnosis.Group group = new Diagnosis.Group(leaked, NONE);
    Map<Method, Map<Feature, Double>> known =
        Diagnosis.of(List.of(group), List.of(others)).evidence(group);
    says(known, "Box.<init>", Feature.KEEPER, 0);
    says(known, "Box.close", Feature.CLOSER, 1);
  }

  /** Of equals the one is told first that was found first: that may not change with each run. */
  @Test
  void theSameLivesAreToldInTheSameOrder() {
    Ways leaked =
        Lives.ways(
            5, Lives.register("A.run").retain("B.keep").retain("C.keep").retain("D.keep").way());
    Ways healthy =
        Lives.ways(
            9,
            Lives.register("A.run")
                .retain("B.keep")
                .release("B.keep")
                .retain("C.keep")
                .release("C.keep")
                .retain("D.keep")
                .release("D.keep")
                .end("A.run"));

    for (int run = 0; run < 9; run++) {
      assertThat(Subtree.of(leaked, healthy, new CallPaths()))
          .extracting(clue -> clue.method().shortName())
          .containsExactly("A.run", "B.keep", "C.keep", "D.keep");
    }
  }
}
