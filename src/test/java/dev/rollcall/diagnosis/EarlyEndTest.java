package dev.rollcall.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.diagnosis.Difference.Kind;
import dev.rollcall.diagnosis.Suspect.Confidence;
import dev.rollcall.diagnosis.evidence.EvidenceKind;
import dev.rollcall.diagnosis.evidence.Feature;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Each story ends with what was refused. */
final class EarlyEndTest {
  private static final Ways NONE = new Ways("");

  private static EarlyEnd compared(Ways misused, Ways healthy) {
    return EarlyEnd.of(
        List.of(new EarlyEnd.Group(misused, healthy)),
        new EarlyEnd.Usual(List.of(healthy)),
        Stories.weights());
  }

  private static List<Suspect> suspects(Ways misused, Ways healthy) {
    return compared(misused, healthy).suspects();
  }

  private static String method(Suspect suspect) {
    StackTraceElement frame = suspect.frame();
    String owner = frame.getClassName();
    return owner.substring(owner.lastIndexOf('.') + 1) + '.' + frame.getMethodName();
  }

  @Test
  void theReleaseThatNoSiblingHasIsSuspectedAndNotTheOneThatWasRefused() {
    Ways healthy = Lives.ways(20, Lives.register("A.run").use("A.run B.look").end("A.run C.close"));
    Ways misused =
        Lives.ways(
            5,
            Lives.register("A.run")
                .use("A.run B.look")
                .over("A.run D.discard")
                .release("A.run C.close")
                .way());

    EarlyEnd found = compared(misused, healthy);

    Suspect first = found.suspects().get(0);
    assertThat(method(first)).isEqualTo("D.discard");
    assertThat(first.kind()).isEqualTo(EvidenceKind.PRESENCE);
    assertThat(first.confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(first.evidence())
        .isEqualTo(
            "D.discard released 5 of 5 over-released resources, but 0 of 20 released siblings: take"
                + " that release out, or retain before it.");
    assertThat(found.differences())
        .containsExactly(new Difference(Kind.EXTRA_RELEASE, first.frame(), 5, 0));
  }

  @Test
  void aSecondReleaseInTheSameMethodIsToldFromTheUsualOne() {
    Ways healthy =
        Lives.ways(
            20,
            Lives.register("A.run").retain("A.run B.read").release("A.run B.read").end("A.run"));
    Ways misused =
        Lives.ways(
            5,
            Lives.register("A.run")
                .retain("A.run B.read")
                .release("A.run B.read")
                .over("A.run B.read")
                .release("A.run")
                .way());

    Suspect first = suspects(misused, healthy).get(0);

    assertThat(method(first)).isEqualTo("B.read");
    assertThat(first.evidence())
        .isEqualTo(
            "B.read released each over-released resource twice, but each released sibling once:"
                + " take one release out, or retain before it.");
  }

  @Test
  void theRetainThatOnlySiblingsHaveIsMissed() {
    Ways healthy =
        Lives.ways(
            20,
            Lives.register("A.run")
                .retain("A.run S.read B.pass")
                .release("A.run S.read B.pass C.use")
                .end("A.run S.read"));
    Ways misused =
        Lives.ways(
            5,
            Lives.register("A.run")
                .over("A.run S.read B.pass C.use")
                .release("A.run S.read")
                .way());

    EarlyEnd found = compared(misused, healthy);

    Suspect first = found.suspects().get(0);
    assertThat(method(first)).isEqualTo("B.pass");
    assertThat(first.kind()).isEqualTo(EvidenceKind.ABSENCE);
    assertThat(first.evidence())
        .isEqualTo(
            "B.pass retained 20 of 20 released siblings, but 0 of 5 over-released "
                + "resources: retain them there before passing them on.");
    assertThat(found.differences())
        .containsExactly(new Difference(Kind.MISSING_RETAIN, first.frame(), 0, 20));
  }

  @Test
  void whatASiblingTookOnlyLaterIsNotMissed() {
    Ways healthy =
        Lives.ways(
            20,
            Lives.register("A.run")
                .use("A.run B.look")
                .retain("A.run L.late")
                .release("A.run L.late")
                .end("A.run C.close"));
    Ways misused =
        Lives.ways(
            5,
            Lives.register("A.run")
                .use("A.run B.look")
                .over("A.run B.look")
                .release("A.run X.again")
                .way());

    assertThat(compared(misused, healthy).differences())
        .extracting(Difference::kind)
        .containsExactly(Kind.EXTRA_RELEASE);
  }

  /** A decoder releases what it also returns, and its caller passes it on. */
  @Test
  void withoutSiblingsWhoseCallEndedItIsSuspectedBeforeWhomItWasPassedOnTo() {
    Ways misused =
        Lives.ways(
            5,
            Lives.register("A.run")
                .over("A.run P.read P.decode")
                .release("A.run P.read T.read")
                .way());

    Suspect first = suspects(misused, NONE).get(0);

    assertThat(method(first)).isEqualTo("P.decode");
    assertThat(first.confidence()).isEqualTo(Confidence.LOW);
    assertThat(first.evidence())
        .isEqualTo(
            "P.decode gave back the last reference to 5 of 5 over-released resources, "
                + "and T.read then released them again: let only one of the two release, or retain first.");
  }

  /** A handler passes on what its caller releases. */
  @Test
  void withoutSiblingsWhoPassedOnWhatItsCallerReleasesIsSuspected() {
    Ways misused =
        Lives.ways(
            5,
            Lives.register("A.run")
                .over("A.run S.read B.pass C.use")
                .release("A.run S.read")
                .way());

    Suspect first = suspects(misused, NONE).get(0);

    assertThat(method(first)).isEqualTo("B.pass");
    assertThat(first.evidence())
        .startsWith(
            "B.pass, or a method it called, gave back the last reference to 5 of 5 over-released"
                + " resources, and S.read then released them again: ");
  }

  @Test
  void whoReleasesOthersRightlyMayHaveBeenGivenWhatHadEnded() {
    Ways others = Lives.ways(9, Lives.register("Z.other").end("A.run P.read T.read"));
    Ways healthy = Lives.ways(20, Lives.register("A.run").end("A.run P.read P.decode"));
    Ways misused =
        Lives.ways(
            5,
            Lives.register("A.run")
                .over("A.run P.read P.decode")
                .release("A.run P.read T.read")
                .way());
    EarlyEnd.Group group = new EarlyEnd.Group(misused, healthy);

    assertThat(
            method(
                EarlyEnd.of(
                        List.of(group),
                        new EarlyEnd.Usual(List.of(healthy, others)),
                        Stories.weights())
                    .suspects()
                    .get(0)))
        .isEqualTo("P.decode");
    Suspect alone =
        EarlyEnd.of(List.of(group), new EarlyEnd.Usual(List.of(healthy)), Stories.weights())
            .suspects()
            .get(0);
    assertThat(method(alone)).isEqualTo("T.read");
    assertThat(alone.evidence())
        .isEqualTo(
            "T.read released 5 of 5 over-released resources after their end, and 0 of 20 released"
                + " siblings: take that out, or retain before it is called.");
  }

  @Test
  void whatEvidenceIsWorthStandsInTheTable() {
    Ways healthy =
        Lives.ways(20, Lives.register("A.run").retain("W.keep").release("W.drop").end("A.run"));
    Ways misused =
        Lives.ways(
            5,
            Lives.register("A.run")
                .retain("W.keep")
                .release("X.drop")
                .over("W.drop")
                .release("A.run")
                .way());
    EarlyEnd.Group group = new EarlyEnd.Group(misused, healthy);
    EarlyEnd.Usual usual = new EarlyEnd.Usual(List.of(healthy));
    Properties table = new Properties();
    table.setProperty(Feature.EARLY_END_LAST.word(), "1");
    table.setProperty("high", "1");

    assertThat(method(EarlyEnd.of(List.of(group), usual, Stories.weights()).suspects().get(0)))
        .isEqualTo("X.drop");
    List<Suspect> others = EarlyEnd.of(List.of(group), usual, Weights.of(table)).suspects();

    assertThat(method(others.get(0))).isEqualTo("W.drop");
    assertThat(others.get(0).confidence()).isEqualTo(Suspect.Confidence.HIGH);
  }

  @Test
  void howStrongEvidenceIsDoesNotDependOnWhatItIsWorth() {
    Ways healthy =
        Lives.ways(20, Lives.register("A.run").retain("W.keep").release("W.drop").end("A.run"));
    Ways misused =
        Lives.ways(
            5,
            Lives.register("A.run")
                .retain("W.keep")
                .release("X.drop")
                .over("W.drop")
                .release("A.run")
                .way());
    Map<Method, Map<Feature, Double>> evidence = compared(misused, healthy).evidence();

    assertThat(
            evidence.entrySet().stream()
                .filter(each -> each.getValue().containsKey(Feature.EARLY_END_GIVEN_MORE))
                .map(each -> each.getKey().shortName()))
        .containsExactly("X.drop");
    assertThat(evidence.values())
        .flatExtracting(Map::values)
        .allSatisfy(strength -> assertThat((double) strength).isBetween(0.0, 1.0));
  }

  @Test
  void aReferenceThatIsTakenTooLateIsSaidToBe() {
    Ways healthy =
        Lives.ways(
            20, Lives.register("A.run").retain("W.run W.write").release("W.run").end("A.run"));
    Ways misused =
        Lives.ways(5, Lives.register("A.run").over("A.run").retain("W.run W.write").way());

    assertThat(suspects(misused, healthy))
        .extracting(Suspect::evidence)
        .containsExactly(
            "A.run gave back the last reference to 5 of 5 misused resources, and W.write then"
                + " retained them: retain before the last release, or release later.",
            "W.write retained 5 of 5 misused resources after their end: retain before the last"
                + " release, or release later.");
  }

  @Test
  void fewLivesSayLittle() {
    Way once = Lives.register("A.run").over("A.run D.discard").release("A.run C.close").way();
    Ways healthy = Lives.ways(20, Lives.register("A.run").end("A.run C.close"));

    assertThat(suspects(Lives.ways(2, once), healthy).get(0).confidence())
        .isEqualTo(Confidence.LOW);
    assertThat(suspects(new Ways(""), healthy)).isEmpty();
  }

  @Test
  void theEndIsNoSecondReleaseWhereTheLastReleaseIsToldToo() {
    Ways healthy =
        Lives.ways(
            20, Lives.register("A.run").release("A.run C.close").toldOver("A.run C.close").way());
    Ways misused =
        Lives.ways(
            5,
            Lives.register("A.run")
                .release("A.run C.close")
                .toldOver("A.run C.close")
                .release("A.run X.again")
                .way());

    EarlyEnd found = compared(misused, healthy);

    assertThat(found.differences()).isEmpty();
    assertThat(found.suspects())
        .extracting(EarlyEndTest::method)
        .containsExactly("X.again", "C.close");
  }
}
