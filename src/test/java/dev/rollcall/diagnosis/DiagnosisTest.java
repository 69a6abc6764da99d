package dev.rollcall.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.diagnosis.Suspect.Confidence;
import dev.rollcall.diagnosis.evidence.EvidenceKind;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import dev.rollcall.recording.Site;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DiagnosisTest {
  private static final Ways NONE = new Ways("");

  private static List<Suspect> suspects(Ways leaked, Ways healthy) {
    Diagnosis.Group group = new Diagnosis.Group(leaked, healthy);
    return Stories.diagnosis(List.of(group), List.of(healthy)).suspects(group);
  }

  private static String method(Suspect suspect) {
    StackTraceElement frame = suspect.frame();
    String owner = frame.getClassName();
    return owner.substring(owner.lastIndexOf('.') + 1) + '.' + frame.getMethodName();
  }

  @Test
  void theReleaseThatOnlyTheHealthyHaveIsMissed() {
    Ways healthy = Lives.ways(20, Lives.register("A.run B.read").end("A.run B.read"));
    Ways leaked = Lives.ways(5, Lives.register("A.run B.read").way());

    Suspect first = suspects(leaked, healthy).get(0);

    assertThat(method(first)).isEqualTo("B.read");
    assertThat(first.kind()).isEqualTo(EvidenceKind.ABSENCE);
    assertThat(first.confidence()).isEqualTo(Confidence.HIGH);
    assertThat(first.evidence())
        .isEqualTo(
            "B.read released 20 of 20 released siblings but 0 of 5 leaked resources, "
                + "which all came there: release them on every way out.");
  }

  @Test
  void whoDidSomethingElseInsteadOfTheReleaseIsSuspectedBeforeWhoRegistered() {
    Way healthy = Lives.register("A.run S.open").use("A.run S.fill").end("A.run A.finish");
    Way leaked =
        Lives.register("A.run S.open").use("A.run S.fill").use("A.run A.finish B.sumUp").way();

    Suspect first = suspects(Lives.ways(5, leaked), Lives.ways(20, healthy)).get(0);

    assertThat(method(first)).isEqualTo("A.finish");
    assertThat(first.confidence()).isEqualTo(Confidence.HIGH);
  }

  @Test
  void aReleaseInTheMiddleOfTheWayIsMissedToo() {
    Ways healthy =
        Lives.ways(
            20,
            Lives.register("A.run")
                .retain("A.run B.decode")
                .release("A.run B.decode C.parse")
                .end("A.run"));
    Ways leaked =
        Lives.ways(5, Lives.register("A.run").retain("A.run B.decode").release("A.run").way());

    assertThat(method(suspects(leaked, healthy).get(0))).isEqualTo("C.parse");
  }

  @Test
  void whoTookAReferenceThatNoSiblingTakesIsSuspected() {
    Ways healthy = Lives.ways(20, Lives.register("A.run").end("A.run D.close"));
    Ways leaked =
        Lives.ways(
            5, Lives.register("A.run").retain("A.run B.cache").release("A.run D.close").way());

    Suspect first = suspects(leaked, healthy).get(0);

    assertThat(method(first)).isEqualTo("B.cache");
    assertThat(first.evidence())
        .isEqualTo(
            "B.cache took a reference to 5 of 5 leaked resources and to 0 of 20 released siblings; 5"
                + " of these were never given back: give it back there.");
  }

  @Test
  void whereTheHealthyTurnedOffIsNamedBesideWhoReleasedThem() {
    Ways healthy =
        Lives.ways(20, Lives.register("A.run C.open").end("A.run D.parse E.convert F.shut"));
    Ways leaked = Lives.ways(5, Lives.register("A.run C.open").way());

    assertThat(suspects(leaked, healthy))
        .extracting(DiagnosisTest::method)
        .containsExactlyInAnyOrder("F.shut", "C.open", "D.parse");
  }

  @Test
  void whoWasGivenItLastIsKnownByWhatTheThreadDidNext() {
    Way leaked =
        Lives.register("A.run")
            .handTo("Echo", "A.run B.fire")
            .thenTheThread("A.run B.fire Echo.read Codec.alloc")
            .way();

    Suspect first = suspects(Lives.ways(5, leaked), NONE).get(0);

    assertThat(method(first)).isEqualTo("Echo.read");
    assertThat(first.kind()).isEqualTo(EvidenceKind.LAST_STEP);
    assertThat(first.confidence()).isEqualTo(Confidence.LOW);
    assertThat(first.evidence())
        .isEqualTo(
            "Echo.read, or a method it called, was the last to get 5 of 5 leaked "
                + "resources, handed to Echo; that reference was never given back (weak: no "
                + "sibling was released): release them there, or hand them on.");
  }

  @Test
  void whoWasGivenItLastIsKnownByWhatItDidWithOthers() {
    Way other =
        Lives.register("Z.other")
            .handTo("Echo", "A.run B.fire")
            .retain("A.run B.fire Base.enter Echo.read")
            .end("Z.other");
    Ways leaked = Lives.ways(5, Lives.register("A.run").handTo("Echo", "A.run B.fire").way());
    Diagnosis.Group group = new Diagnosis.Group(leaked, NONE);

    Diagnosis diagnosis = Stories.diagnosis(List.of(group), List.of(Lives.ways(9, other)));

    assertThat(diagnosis.suspects(group))
        .extracting(DiagnosisTest::method)
        .containsExactly("Echo.read", "Base.enter");
  }

  @Test
  void aReferenceThatWasHandedOnIsGivenBackByWhoGotIt() {
    Way leaked =
        Lives.register("A.run")
            .handTo("Decoder", "A.run B.fire")
            .retain("A.run B.fire Base.enter Decoder.decode Frame.slice")
            .release("A.run B.fire Base.enter")
            .way();

    Suspect first = suspects(Lives.ways(5, leaked), NONE).get(0);

    // The slice is what is left, and the decoder had it returned.
    assertThat(method(first)).isEqualTo("Decoder.decode");
    assertThat(first.kind()).isEqualTo(EvidenceKind.BALANCE);
    assertThat(first.evidence())
        .isEqualTo(
            "Decoder.decode, or a method it called, took a reference to 5 of 5 leaked "
                + "resources that was never given back (weak: no sibling was released): give "
                + "it back there.");
  }

  @Test
  void whoReleasesTooSeldomIsToldByItsReferences() {
    Ways healthy =
        Lives.ways(20, Lives.register("A.run").retain("B.send").release("B.send").end("B.send"));
    Ways leaked = Lives.ways(5, Lives.register("A.run").retain("B.send").release("B.send").way());

    assertThat(suspects(leaked, healthy).get(0).evidence())
        .isEqualTo(
            "B.send takes 1 reference to each leaked resource and gives back 1, but for "
                + "each released sibling it takes 1 and gives back 2: give one more back there.");
  }

  @Test
  void referencesAreToldOnAverage() {
    Ways healthy =
        Lives.ways(20, Lives.register("A.run").retain("B.send").release("B.send").end("B.send"));
    Ways leaked = Lives.ways(1, Lives.register("A.run").retain("B.send").way());
    leaked.addAll(Lives.ways(1, Lives.register("A.run").retain("B.send").release("B.send").way()));

    assertThat(suspects(leaked, healthy).get(0).evidence())
        .contains("takes 1 reference to each leaked resource and gives back 0.5,");
  }

  @Test
  void oneLeakedResourceIsToldInTheSingular() {
    Ways healthy = Lives.ways(1, Lives.register("A.run B.read").end("A.run B.read"));
    Ways leaked = Lives.ways(1, Lives.register("A.run B.read").way());

    assertThat(suspects(leaked, healthy).get(0).evidence())
        .isEqualTo(
            "B.read released 1 of 1 released sibling but 0 of 1 leaked resource, which "
                + "came there: release it on every way out.");
  }

  @Test
  void whoWasGivenItByAHandOverThatNamesNobodyIsToldWithoutAReceiver() {
    Way leaked = Lives.register("A.run").handOver("A.run B.fire").way();

    assertThat(suspects(Lives.ways(5, leaked), NONE).get(0).evidence())
        .isEqualTo(
            "B.fire, or a method it called, was the last to get 5 of 5 leaked resources; "
                + "that reference was never given back (weak: no sibling was released): "
                + "release them there, or hand them on.");
  }

  @Test
  void whoRegisteredItAndKeptItIsToldSo() {
    assertThat(suspects(Lives.ways(5, Lives.register("A.run B.open").way()), NONE).get(0))
        .extracting(Suspect::evidence)
        .isEqualTo(
            "B.open registered 5 of 5 leaked resources, never released (weak: no sibling "
                + "was released): release them there.");
  }

  @Test
  void whatEndsWithAnotherLeakedResourceIsNoRiddleOfItsOwn() {
    String nested = "A.run B.end dev.rollcall.RefCounted.release C.destroy";
    Ways parts = Lives.ways(20, Lives.register("A.run P.make").end(nested));
    Ways wholes = Lives.ways(20, Lives.register("A.run W.make").end("A.run B.end"));
    Diagnosis.Group part =
        new Diagnosis.Group(Lives.ways(5, Lives.register("A.run P.make").way()), parts);
    Diagnosis.Group whole =
        new Diagnosis.Group(Lives.ways(5, Lives.register("A.run W.make").way()), wholes);

    Diagnosis diagnosis = Stories.diagnosis(List.of(part, whole), List.of(parts, wholes));

    assertThat(method(diagnosis.suspects(part).get(0))).isEqualTo("B.end");
    assertThat(diagnosis.suspects(part).get(0).evidence())
        .isEqualTo(
            "B.end is suspected of leaking another resource, by whose end 20 of 20 released siblings"
                + " were released: fix that leak first.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.rollcall.junit.LeakCheckExtension.around",
        "dev.rollcall.agent.Advice.enter",
        "org.junit.platform.commons.util.ReflectionUtils.invokeMethod",
        "org.apache.maven.surefire.booter.ForkedBooter.main",
        "org.testng.TestRunner.run",
        "org.springframework.util.ReflectionUtils.invokeMethod",
        "org.springframework.aop.framework.CglibAopProxy.proceed",
        "java.lang.reflect.Method.invoke",
        "jdk.proxy2.$Proxy12.run",
        "com.acme.Shop$$SpringCGLIB$$0.open",
        "java.util.concurrent.ThreadPoolExecutor.runWorker",
      })
  void whatOnlyCallsTheProgramIsNoSuspect(String frame) {
    Way leaked = Lives.register(frame + " A.run " + frame + " B.open " + frame).way();
    Way without = Lives.register(frame).way();

    assertThat(suspects(Lives.ways(5, leaked), NONE))
        .extracting(DiagnosisTest::method)
        .containsExactlyInAnyOrder("B.open", "A.run");
    assertThat(suspects(Lives.ways(5, without), NONE)).isEmpty();
  }

  @Test
  void withoutStacksNobodyIsSuspected() {
    Way leaked = new Way(List.of(new Stop(Stop.Kind.REGISTER, Site.NONE, 1, null)), null);

    assertThat(suspects(Lives.ways(5, leaked), NONE)).isEmpty();
  }

  @Test
  void atMostThreeAreSuspected() {
    Way leaked = Lives.register("A.a B.b C.c D.d E.e F.f").way();

    assertThat(suspects(Lives.ways(5, leaked), NONE)).hasSize(3);
  }

  @Test
  void whatTheClassThatKeptItGivesBackElsewhereIsWhereItIsForgotten() {
    Way other = Lives.register("A.run").end("A.run Decoder.destroy");
    Way unrelated = Lives.register("A.run").end("A.run Decoder.decode");
    Ways leaked = Lives.ways(5, Lives.register("A.run Decoder.offer").way());
    Diagnosis.Group group = new Diagnosis.Group(leaked, NONE);

    Diagnosis diagnosis =
        Stories.diagnosis(List.of(group), List.of(Lives.ways(9, other), Lives.ways(30, unrelated)));

    assertThat(diagnosis.suspects(group))
        .extracting(DiagnosisTest::method)
        .containsExactly("Decoder.destroy", "Decoder.offer", "A.run");
    assertThat(diagnosis.suspects(group).get(0).evidence())
        .isEqualTo(
            "Decoder.destroy releases other resources of its class, but 0 of 5 leaked "
                + "resources, registered in Decoder.offer (weak: no sibling was released): "
                + "release them there, too.");
  }
}
