package dev.rollcall.diagnosis.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.diagnosis.Diagnosis;
import dev.rollcall.diagnosis.Lives;
import dev.rollcall.diagnosis.Stories;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Way;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where leaked and healthy lives part, and who is suspected for it. */
final class PartingTest {
  private static List<Suspect> suspects(Way leaked, Way healthy) {
    return suspects("", leaked, healthy);
  }

  private static List<Suspect> suspects(String type, Way leaked, Way healthy) {
    Diagnosis.Group group =
        new Diagnosis.Group(Lives.ways(type, 5, leaked), Lives.ways(type, 20, healthy));
    return Stories.diagnosis(List.of(group), List.of(group.healthy())).suspects(group);
  }

  private static String first(Way leaked, Way healthy) {
    return Method.of(suspects(leaked, healthy).get(0).frame()).shortName();
  }

  @Test
  void whatWasEnteredAndNeverCameBackIsSuspectedBeforeWhoClosesTheOthers() {
    Way healthy =
        Lives.register("A.run B.open C.connect").use("A.run D.query").end("A.run E.close");
    Way leaked = Lives.register("A.run B.open C.connect").way();

    Suspect suspect = suspects(leaked, healthy).get(0);

    assertThat(suspect.frame().getMethodName()).isEqualTo("open");
    assertThat(suspect.evidence())
        .isEqualTo(
            "B.open, or a method it called, made the last step of 5 of 5 leaked "
                + "resources; 20 of 20 released siblings went on to D.query: release those "
                + "that do not go on.");
  }

  @Test
  void whoCalledWhatOnlyTheHealthyCameToIsSuspected() {
    Way healthy =
        Lives.register("A.run B.encode").use("A.run B.encode Codec.write").end("A.run E.close");
    Way leaked = Lives.register("A.run B.encode").way();

    assertThat(first(leaked, healthy)).isEqualTo("B.encode");
  }

  @Test
  void whoItWasHandedToIsSuspectedWhereOnlyTheHealthyWentOn() {
    Way healthy =
        Lives.register("A.run")
            .handTo("Handler", "Loop.run")
            .use("Loop.run Handler.write Handler.send Queue.add")
            .end("Loop.flush");
    Way leaked = Lives.register("A.run").handTo("Handler", "Loop.run").way();

    List<Suspect> suspects = suspects(leaked, healthy);

    assertThat(suspects).extracting(suspect -> suspect.frame().getMethodName()).startsWith("send");
    assertThat(suspects.get(0).evidence())
        .isEqualTo(
            "Handler.send came next after Loop.run for 20 of 20 released siblings, but "
                + "for 0 of 5 leaked resources, though 5 were handed to it: release there what "
                + "it does not use.");
  }

  @Test
  void whoForgotIsSuspectedWhereAReleaseIsLackedBeforeTheWaysPart() {
    Way healthy =
        Lives.register("A.run")
            .retain("A.run B.keep")
            .release("A.run B.keep C.drop")
            .use("A.run D.read")
            .use("A.run D.more")
            .end("A.run E.close");
    Way leaked = Lives.register("A.run").retain("A.run B.keep").use("A.run D.read").way();

    assertThat(first(leaked, healthy)).isEqualTo("C.drop");
  }

  @Test
  void theResourcesOwnMethodsForgetNothing() {
    Way healthy = Lives.register("A.run Lease.<init>").end("A.run B.done Lease.close");
    Way leaked = Lives.register("A.run Lease.<init>").way();

    assertThat(suspects("com.acme.Lease", leaked, healthy))
        .extracting(suspect -> suspect.frame().getMethodName())
        .startsWith("done")
        .doesNotContain("close");
    assertThat(suspects("com.acme.Other", leaked, healthy))
        .extracting(suspect -> suspect.frame().getMethodName())
        .startsWith("close");
  }

  @Test
  void whatWasAReleaseIsCalledOne() {
    Way healthy = Lives.register("A.run C.open").end("A.run D.parse E.convert F.shut");
    Way leaked = Lives.register("A.run C.open").way();

    assertThat(suspects(leaked, healthy))
        .extracting(Suspect::evidence)
        .contains(
            "C.open made the last step of 5 of 5 leaked resources; 20 of 20 released siblings went"
                + " on to F.shut and were released: release them in a catch, or before any other"
                + " return.");
  }

  @Test
  void whatWasNoReleaseIsNotCalledOne() {
    Way healthy =
        Lives.register("A.run")
            .retain("A.run B.keep")
            .release("A.run B.keep C.drop")
            .use("A.run D.read")
            .use("A.run F.more")
            .end("A.run E.close");
    Way leaked = Lives.register("A.run").retain("A.run B.keep").use("A.run D.read").way();

    assertThat(suspects(leaked, healthy))
        .extracting(Suspect::evidence)
        .anyMatch(words -> words.contains("went on to F.more: "))
        .noneMatch(words -> words.contains("F.more and were released"));
  }
}
