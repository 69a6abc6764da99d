package dev.rollcall.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rollcall.diagnosis.evidence.Clue;
import dev.rollcall.diagnosis.evidence.Feature;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Owner;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who called for the end of the siblings, and what kept the leaked from it, in small lives. */
final class EndsTest {
  private static final Way OPENED = Lives.register("A.run Dao.query Pool.open").way();

  private static Map<Method, Map<Feature, Double>> evidence(
      Way leaked, Way healthy, List<Clue> told) {
    Ways siblings = Lives.ways(9, healthy);
    Diagnosis.Group group =
        new Diagnosis.Group(Lives.ways(5, leaked), siblings, 0, Subject.LEAKED, told);
    return Diagnosis.of(List.of(group), List.of(siblings)).evidence(group);
  }

  /** An exception that came through these after the last step of all five. */
  private static List<Clue> came(String... stack) {
    Map<Method, Integer> times = new LinkedHashMap<>();
    for (String method : stack) {
      times.merge(method(method), 1, Integer::sum);
    }
    return times.entrySet().stream()
        .map(
            each ->
                new Clue(
                    each.getKey(),
                    Feature.EXCEPTION_CAME,
                    1,
                    new Clue.Came("com.acme.Refused", each.getValue(), 5, false)))
        .toList();
  }

  private static Method method(String method) {
    return Method.of(Lives.site(method).frames().get(0));
  }

  private static void says(
      Map<Method, Map<Feature, Double>> evidence, String method, Feature feature, double strength) {
    double found = evidence.getOrDefault(method(method), Map.of()).getOrDefault(feature, 0.0);
    assertThat(found)
        .as("%s of %s in %s", feature, method, evidence)
        .isCloseTo(strength, within(1e-9));
  }

  /** A helper closes whatever it is given: who calls it decides what that is. */
  @Test
  void whoCalledForTheEndIsToldFromWhatIsNamedSo() {
    Way healthy =
        Lives.register("A.run Dao.query Pool.open").end("A.run Dao.query Util.closeAll Util.close");

    Map<Method, Map<Feature, Double>> evidence = evidence(OPENED, healthy, List.of());

    says(evidence, "Util.close", Feature.ABSENCE_ENDING, 1);
    says(evidence, "Util.closeAll", Feature.ABSENCE_CHAIN, 1);
    says(evidence, "Dao.query", Feature.ABSENCE_CALLER_SEEN, 1);
    says(evidence, "A.run", Feature.ABSENCE_CALLER_SEEN, 0);
  }

  @Test
  void whoCalledForItWhereTheLeakedNeverCameIsAnotherKind() {
    Way healthy = Lives.register("A.run Dao.query Pool.open").end("A.run Dao.finish Util.close");

    Map<Method, Map<Feature, Double>> evidence = evidence(OPENED, healthy, List.of());

    says(evidence, "Dao.finish", Feature.ABSENCE_CALLER, 1);
    says(evidence, "Dao.finish", Feature.ABSENCE_CALLER_SEEN, 0);
  }

  /** What ends with the last reference is ended by who gives that back. */
  @Test
  void whatCarriesOutTheEndOfSomethingCountedIsNotAsked() {
    Way healthy =
        Lives.register("A.run Dao.query Pool.open")
            .end("A.run Dao.query io.netty.util.AbstractReferenceCounted.release Data.discard");

    Map<Method, Map<Feature, Double>> evidence = evidence(OPENED, healthy, List.of());

    says(evidence, "Dao.query", Feature.ABSENCE, 1);
    says(evidence, "Data.discard", Feature.CARRIER, 1);
  }

  /** It was about to close it: the exception in its own call came first. */
  @Test
  void theInnermostOnTheWayToTheReleaseThatTheExceptionLeftWasCutOff() {
    Way healthy = Lives.register("A.run Pool.open").end("A.run Job.finish Util.close");
    Way leaked = Lives.register("A.run Pool.open").way();

    Map<Method, Map<Feature, Double>> evidence =
        evidence(leaked, healthy, came("Check.audit", "Job.finish", "A.run"));

    says(evidence, "Job.finish", Feature.CUT_OFF, 1);
    says(evidence, "A.run", Feature.CUT_OFF, 0);
    says(evidence, "Check.audit", Feature.CUT_OFF, 0);
  }

  /** A helper that the siblings pass twice: the exception came when it was there once. */
  @Test
  void aMethodThatIsOnTheWayTwiceCountsAsOftenAsTheExceptionCameThroughIt() {
    Way healthy =
        Lives.register("A.run Pool.open")
            .end("A.run Util.safely Cursor.finish Util.safely Pool.give");
    Way leaked = Lives.register("A.run Pool.open").way();

    Map<Method, Map<Feature, Double>> evidence =
        evidence(leaked, healthy, came("Cursor.finish", "Util.safely", "A.run"));

    says(evidence, "Cursor.finish", Feature.CUT_OFF, 1);
    says(evidence, "Util.safely", Feature.CUT_OFF, 0);
  }

  @Test
  void withoutSiblingsWhoeverWasEndingSomethingIsNamed() {
    Diagnosis.Group group =
        new Diagnosis.Group(
            Lives.ways(5, OPENED),
            new Ways(""),
            0,
            Subject.LEAKED,
            came("Check.audit", "Cursor.close", "A.run"));

    Map<Method, Map<Feature, Double>> evidence =
        Diagnosis.of(List.of(group), List.of()).evidence(group);

    says(evidence, "Cursor.close", Feature.EXCEPTION_ENDING, 1);
    says(evidence, "A.run", Feature.EXCEPTION_ENDING, 0);
  }

  /** It explains the leak, and did not come through who releases the siblings. */
  @Test
  void whomTheExceptionDidNotComeThroughIsExcused() {
    Way healthy = Lives.register("A.run Dao.query Pool.open").end("A.run Dao.finish");
    List<Clue> told =
        List.of(
            new Clue(method("Dao.query"), Feature.EXCEPTION, 1, new Clue.Told("It failed.")),
            came("Dao.query").get(0));

    Map<Method, Map<Feature, Double>> evidence = evidence(OPENED, healthy, told);

    says(evidence, "Dao.finish", Feature.EXCUSED, 1);
    says(evidence, "Dao.query", Feature.EXCUSED, 0);
  }

  /** Siblings are closed by who made them: one of these forgot, long before the owner ended. */
  @Test
  void anOwnersEndExplainsNothingWhereSiblingsAreReleasedBeforeIt() {
    Owner owner = new Owner("com.acme.Connection", Lives.site("Main.run"));
    Stop register = new Stop(Stop.Kind.REGISTER, Lives.site("Main.run Runner.insert"), 1, null, 1);
    Way leaked = new Way(List.of(register), null, List.of(owner));
    Way healthy = Lives.register("Main.run Runner.insert").end("Main.run Runner.insert");

    Map<Method, Map<Feature, Double>> evidence = evidence(leaked, healthy, List.of());

    says(evidence, "Main.run", Feature.OWNER_ELSEWHERE, 1);
    says(evidence, "Main.run", Feature.OWNER, 0);
    says(evidence, "Runner.insert", Feature.ABSENCE, 1);
    says(evidence, "Runner.insert", Feature.OWNED, 0);
  }

  /**
   * JDBC closes a statement with its connection: that it was not closed before is not its fault.
   */
  @Test
  void anOwnerThatClosesWhatItOwnsIsAnotherKind() {
    Owner owner = new Owner("java.sql.Connection", Lives.site("Store.load"));
    Stop register = new Stop(Stop.Kind.REGISTER, Lives.site("Store.load Dao.query"), 1, null, 1);
    Way leaked = new Way(List.of(register), null, List.of(owner));

    Map<Method, Map<Feature, Double>> evidence =
        evidence(leaked, Lives.register("Store.load Dao.query").end("Store.load"), List.of());

    says(evidence, "Store.load", Feature.OWNER_CLOSES, 1);
    says(evidence, "Store.load", Feature.OWNER, 0);
    says(evidence, "Dao.query", Feature.OWNED, 0);
  }

  /** A group that is a part of nothing else that leaks stands for itself. */
  @Test
  void wherePartsAreAllThatLeaksTheyAreLookedAtThemselves() {
    Way leaked = Lives.register("A.run B.open").way();
    Way healthy =
        Lives.register("A.run B.open")
            .end(
                "A.run C.shut dev.rollcall.RefCounted.release Whole.destroy dev.rollcall.RefCounted.release");

    says(evidence(leaked, healthy, List.of()), "B.open", Feature.REGISTRATION_BESIDE, 1);
  }
}
