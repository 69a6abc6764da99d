package dev.rollcall.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.growth.Growth;
import dev.rollcall.analysis.growth.Growth.Confidence;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.compare.Diff;
import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.report.TextDiff;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A slow leak under a load that goes up and down is told from the load. */
final class GrowthTest {
  private static boolean none(long n) {
    return false;
  }

  /** Of about ten a second: twelve a minute. */
  private static boolean oneInFifty(long n) {
    return n % 50 == 49;
  }

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  static LongStream fewSeeds() {
    return LongStream.range(0, 10);
  }

  private static List<Growth> growth(Load load) {
    return load.analysis().findings(0).open().growth();
  }

  private static Load swinging(long seed, LongPredicate leaks) {
    Load load = new Load(seed, 300);
    return load.run(load.sine(10, 5 + load.random().nextInt(95)), leaks);
  }

  private static Load bursty(long seed, LongPredicate leaks) {
    Load load = new Load(seed, 300);
    return load.run(load.bursts(10, 3 + load.random().nextInt(10)), leaks);
  }

  private static boolean isFound(Growth growth, boolean asType) {
    return growth.type().equals(Load.TYPE)
        && growth.confidence() == Confidence.HIGH
        && growth.perMinute() > 6
        && growth.perMinute() < 18
        && (growth.fingerprint() == null) == asType;
  }

  private static void assertFound(List<Growth> growth) {
    assertThat(growth).anyMatch(group -> isFound(group, false));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aSlowLeakUnderALoadThatSwingsIsFound(long seed) {
    assertFound(growth(swinging(seed, GrowthTest::oneInFifty)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameSwingingLoadWithoutALeakIsSilent(long seed) {
    assertThat(growth(swinging(seed, GrowthTest::none))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aSlowLeakUnderBurstsIsFound(long seed) {
    assertFound(growth(bursty(seed, GrowthTest::oneInFifty)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameBurstsWithoutALeakAreSilent(long seed) {
    assertThat(growth(bursty(seed, GrowthTest::none))).isEmpty();
  }

  private static List<Growth> under(long seed, DoubleUnaryOperator rate, LongPredicate leaks) {
    return growth(new Load(seed, 600).run(rate, leaks));
  }

  /** A pool that is as large as it will be after two minutes. */
  @ParameterizedTest
  @MethodSource("fewSeeds")
  void aPoolThatWarmsUpIsSilent(long seed) {
    assertThat(under(seed, t -> t < 120 ? 10 : 9, n -> n < 1_200 && n % 30 == 0)).isEmpty();
  }

  /** A cache of a hundred that is full after half of the time. */
  @ParameterizedTest
  @MethodSource("fewSeeds")
  void aCacheThatFillsAndStaysIsSilent(long seed) {
    assertThat(under(seed, t -> 10, n -> n < 3_000 && n % 30 == 0)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("fewSeeds")
  void aLoadThatChangesOnceIsSilent(long seed) {
    double when = new Random(seed).nextDouble() * 600;
    assertThat(under(seed, t -> t < when ? 5 : 15, GrowthTest::none)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("fewSeeds")
  void aLoadThatStopsAndStartsAgainIsSilent(long seed) {
    double when = new Random(seed).nextDouble() * 500;
    assertThat(under(seed, t -> t > when && t < when + 60 ? 0 : 10, GrowthTest::none)).isEmpty();
  }

  /** Two recordings of ten seconds, four minutes apart: what was released between is in neither. */
  @ParameterizedTest
  @MethodSource("fewSeeds")
  void longLivesInRecordingsFarApartAreSilent(long seed) {
    Load load = new Load(seed, 900).lasting(150).run(t -> 2, GrowthTest::none);
    int[][] parts = {{600, 610}, {850, 860}};
    assertThat(load.analysis(parts).findings(0).open().growth()).isEmpty();
  }

  /** No count can tell a load that only rises from a leak; when lives began can. */
  @ParameterizedTest
  @MethodSource("fewSeeds")
  void aLoadThatRisesAllTheTimeIsSilent(long seed) {
    assertThat(growth(new Load(seed, 600).lasting(3).run(t -> 1 + t / 30, GrowthTest::none)))
        .isEmpty();
  }

  /** Each lives for a third of the time, and nearly all of them began within it. */
  @ParameterizedTest
  @MethodSource("fewSeeds")
  void livesAsLongAsTheRecordingAreSilentUnderALoadThatChanges(long seed) {
    double when = new Random(seed).nextDouble() * 300;
    Load load = new Load(seed, 600).lasting(60).run(t -> t < when ? 4 : 8, GrowthTest::none);
    assertThat(growth(load)).isEmpty();
  }

  @Test
  void aLeakThatBeginsAfterTheProgramHasWarmedUpIsFound() {
    assertThat(under(1, t -> 10, n -> n < 600 ? n % 30 == 0 : n % 100 == 0))
        .anySatisfy(type -> assertThat(type.fingerprint()).isNull());
  }

  /** Without events of lives, as where only the counts are recorded. */
  @Test
  void theCurveAloneFindsNearlyAllOfThem() {
    long found =
        seeds()
            .filter(
                seed ->
                    growth(swinging(seed, GrowthTest::oneInFifty)).stream()
                        .anyMatch(type -> isFound(type, true)))
            .count();
    assertThat(found).isGreaterThanOrEqualTo(45);
  }

  @Test
  void aRecordingThatIsTooShortSaysNothing() {
    Load load = new Load(1, 50).run(t -> 10, n -> n % 2 == 0);
    assertThat(growth(load)).isEmpty();
  }

  /** In a recording of two minutes there are twelve at one in ten seconds. */
  @Test
  void twoMinutesAreEnoughForALeakOfOneInTenSeconds() {
    assertThat(growth(new Load(1, 120).run(t -> 10, n -> n % 100 == 99)))
        .anySatisfy(group -> assertThat(group.fingerprint()).isNotNull());
  }

  @Test
  void neitherTheOrderOfEventsMattersNorTheFilesTheyAreIn() {
    Load load = swinging(3, GrowthTest::oneInFifty);
    List<Growth> inOrder = growth(load);
    assertThat(inOrder).hasSize(2);

    List<LifecycleEvent> shuffled = new ArrayList<>(load.events());
    Collections.shuffle(shuffled, new Random(1));
    assertThat(load.analysis(shuffled).findings(0).open().growth()).isEqualTo(inOrder);

    Analysis files = new Analysis();
    int half = shuffled.size() / 2;
    for (List<LifecycleEvent> file :
        List.of(shuffled.subList(half, shuffled.size()), shuffled.subList(0, half))) {
      JvmLog log = new JvmLog(0);
      file.forEach(log);
      files.add(load.recording(file.size()), log, null);
    }
    assertThat(files.findings(0).open().growth()).isEqualTo(inOrder);
  }

  @Test
  void twoDumpsOfOneJvmSayHowFastGroupsGrewBetweenThem() {
    Load earlier = new Load(5, 300).run(t -> 10, n -> n % 100 == 99);
    Load later = new Load(5, 600).run(t -> 10, n -> n % 100 == 99);

    Diff diff =
        Diff.of(Report.of(earlier.analysis().findings(0)), Report.of(later.analysis().findings(0)));

    assertThat(diff.paces())
        .singleElement()
        .satisfies(
            pace -> {
              assertThat(pace.perMinute()).isBetween(4.0, 8.0);
              assertThat(pace.confidence()).isEqualTo(Confidence.HIGH);
            });
    assertThat(diff.isWorse()).isFalse();
    assertThat(TextDiff.of(diff))
        .containsPattern("(?m)^growing: com.acme.Conn@\\w+, \\+.* a minute between the two");
  }

  @Test
  void twoCountsAloneAreNotCalledGrowing() {
    Load earlier = new Load(5, 20).run(t -> 10, n -> n % 10 == 9);
    Load later = new Load(5, 40).run(t -> 10, n -> n % 10 == 9);

    Diff diff =
        Diff.of(Report.of(earlier.analysis().findings(0)), Report.of(later.analysis().findings(0)));

    assertThat(TextDiff.of(diff))
        .containsPattern("(?m)^perhaps growing: com.acme.Conn@\\w+, \\+.* a minute between the two")
        .doesNotContainPattern("(?m)^growing: ")
        .contains("no group of leaks or misuses has changed");
  }
}
