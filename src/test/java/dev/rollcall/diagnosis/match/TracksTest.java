package dev.rollcall.diagnosis.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.diagnosis.Diagnosis;
import dev.rollcall.diagnosis.Lives;
import dev.rollcall.diagnosis.match.Tracks.Kind;
import dev.rollcall.diagnosis.match.Tracks.Side;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TracksTest {
  private static Tracks tracks(Ways leaked, Ways... healthy) {
    Ways siblings = new Ways("");
    Arrays.stream(healthy).forEach(siblings::addAll);
    return Diagnosis.of(List.of(new Diagnosis.Group(leaked, siblings)), List.of(siblings))
        .tracks(leaked);
  }

  private static Ways all(Ways... parts) {
    Ways all = new Ways("");
    Arrays.stream(parts).forEach(all::addAll);
    return all;
  }

  private static Tracks.Step step(Side side, Kind kind, String method, long leaked, long healthy) {
    return new Tracks.Step(side, kind, frame(method), null, leaked, healthy);
  }

  private static StackTraceElement frame(String method) {
    return Lives.site(method).frames().get(0);
  }

  @Test
  void commonStepsComeOnceAndThenWhatOnlyOneSideHas() {
    Ways leaked =
        all(
            Lives.ways(2, Lives.register("A.run").release("A.early").way()),
            Lives.ways(3, Lives.register("A.run").retain("B.decode").release("A.run").way()));
    Ways same =
        Lives.ways(18, Lives.register("A.run").retain("B.decode").release("C.parse").end("A.run"));
    Ways others = Lives.ways(2, Lives.register("A.run").end("D.drop"));

    assertThat(tracks(leaked, same, others))
        .isEqualTo(
            new Tracks(
                5,
                20,
                List.of(
                    step(Side.BOTH, Kind.REGISTER, "A.run", 5, 20),
                    step(Side.BOTH, Kind.RETAIN, "B.decode", 3, 18),
                    step(Side.HEALTHY, Kind.RELEASE, "C.parse", 0, 18),
                    // The last release is the end of the healthy, and none of the leaked.
                    step(Side.BOTH, Kind.RELEASE, "A.run", 3, 18)),
                0));
  }

  @Test
  void theMostAlikeSiblingStandsBesideNotTheCommonest() {
    Ways leaked = Lives.ways(4, Lives.register("A.run").touch("half", "B.half").way());
    Ways common = Lives.ways(90, Lives.register("A.run").end("A.run"));
    Ways alike = Lives.ways(10, Lives.register("A.run").touch("half", "B.half").end("B.half"));

    Tracks tracks = tracks(leaked, common, alike);

    assertThat(tracks.steps()).extracting(Tracks.Step::healthy).containsExactly(100L, 10L, 10L);
    assertThat(tracks.steps()).extracting(Tracks.Step::leaked).containsExactly(4L, 4L, 0L);
    assertThat(tracks.steps().get(1).note()).isEqualTo("half");
    assertThat(tracks.steps().get(2).kind()).isEqualTo(Kind.UNREGISTER);
  }

  @Test
  void withoutSiblingsTheLeakedStandAlone() {
    Tracks tracks = tracks(Lives.ways(3, Lives.register("A.run").use("B.fill").way()));

    assertThat(tracks)
        .isEqualTo(
            new Tracks(
                3,
                0,
                List.of(
                    step(Side.LEAKED, Kind.REGISTER, "A.run", 3, 0),
                    step(Side.LEAKED, Kind.USE, "B.fill", 3, 0)),
                0));
  }

  @Test
  void whereNothingIsComparedThereIsNothing() {
    Tracks tracks = tracks(new Ways(""), Lives.ways(3, Lives.register("A.run").end("A.run")));

    assertThat(tracks).isEqualTo(Tracks.NONE);
    assertThat(tracks.isEmpty()).isTrue();
  }

  @Test
  void usesThatSiblingsWereNotRecordedWithAreNoSteps() {
    Way recorded = Lives.register("A.run").use("B.fill").way();
    Way end = Lives.register("A.run").end("A.run");
    Way sibling = new Way(end.stops(), null, List.of(), false);

    Tracks tracks = tracks(Lives.ways(4, recorded), Lives.ways(20, sibling));

    assertThat(tracks.leaked()).isEqualTo(4);
    assertThat(tracks.healthy()).isEqualTo(20);
    assertThat(tracks.steps())
        .containsExactly(
            step(Side.BOTH, Kind.REGISTER, "A.run", 4, 20),
            step(Side.HEALTHY, Kind.UNREGISTER, "A.run", 0, 20));
  }

  @Test
  void whatCarriesAStepOutIsNotWhoMadeIt() {
    Ways leaked = Lives.ways(1, Lives.register("A.run").release("A.run Pool.release").way());

    assertThat(tracks(leaked).steps().get(1).frame()).isEqualTo(frame("A.run"));
  }

  @Test
  void aStackWithoutTheProgramHasNoMethod() {
    Ways leaked = Lives.ways(1, Lives.register("java.lang.Thread.run").way());

    assertThat(tracks(leaked).steps().get(0).frame()).isNull();
  }

  @Test
  void ofALongWayTheMiddleIsLeftOutAndCounted() {
    Lives long1 = Lives.register("A.run");
    Lives long2 = Lives.register("A.run");
    for (int i = 0; i < 150; i++) {
      long1.touch("one", "B.one");
      long2.touch("other", "B.other");
    }

    Tracks tracks = tracks(Lives.ways(2, long1.way()), Lives.ways(3, long2.end("A.run")));

    assertThat(tracks.steps()).hasSize(Tracks.MOST);
    assertThat(tracks.omitted()).isEqualTo(1 + 150 + 150 + 1 - Tracks.MOST);
    assertThat(tracks.steps().get(0).kind()).isEqualTo(Kind.REGISTER);
    assertThat(tracks.steps().stream().map(Tracks.Step::side).distinct())
        .containsExactlyInAnyOrder(Side.values());
  }

  @Test
  void wordsAreFixed() {
    assertThat(Arrays.stream(Kind.values()).map(Kind::word))
        .containsExactly("register", "retain", "release", "touch", "use", "unregister");
    assertThat(Arrays.stream(Side.values()).map(Side::word))
        .containsExactly("both", "leaked", "healthy");
  }
}
