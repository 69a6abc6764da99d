package dev.rollcall.analysis.age;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.age.AgeRuling.Verdict;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Healthy programs have nothing that is overdue; what is stuck is found beside them. */
final class AgeRuleTest {
  private static final int SEEDS = 200;

  private static ToDoubleFunction<Random> exponential(double mean) {
    return random -> -mean * Math.log(1 - random.nextDouble());
  }

  private static ToDoubleFunction<Random> logNormal(double median, double sigma) {
    return random -> median * Math.exp(sigma * random.nextGaussian());
  }

  private static ToDoubleFunction<Random> pareto(double least, double alpha) {
    return random -> least * Math.pow(1 - random.nextDouble(), -1 / alpha);
  }

  /** Most are short and some long. */
  private static ToDoubleFunction<Random> bimodal(double longs, double shortly, double at) {
    return random ->
        random.nextDouble() < longs
            ? at * (0.5 + random.nextDouble())
            : shortly * (0.5 + random.nextDouble());
  }

  /** How many of the runs, of one to ten minutes each, have something that is called overdue. */
  private static long alarms(LongFunction<Population> run) {
    return LongStream.range(0, SEEDS)
        .filter(seed -> run.apply(seed).ruling().verdict() == Verdict.OVERDUE)
        .count();
  }

  private static double minutes(long seed) {
    return 60 + seed % 10 * 60;
  }

  private static long alarms(double rate, ToDoubleFunction<Random> lifetime) {
    return alarms(seed -> new Population(seed, minutes(seed)).load(rate, lifetime));
  }

  @Test
  void nothingIsOverdueWhereLivesEndAtRandom() {
    assertThat(alarms(20, exponential(0.2))).isZero();
    assertThat(alarms(20, exponential(5))).isZero();
    assertThat(alarms(5, exponential(60))).isZero();
    assertThat(alarms(5, exponential(600))).isZero();
    assertThat(alarms(1, exponential(20))).isZero();
  }

  @Test
  void nothingIsOverdueWhereSomeLiveSeveralTimesAsLongAsMost() {
    assertThat(alarms(20, logNormal(0.2, 1))).isZero();
    assertThat(alarms(20, logNormal(5, 1))).isZero();
    assertThat(alarms(5, logNormal(30, 1))).isZero();
  }

  @Test
  void nothingIsOverdueWhereThereAreTwoKindsOfLife() {
    assertThat(alarms(20, bimodal(0.05, 0.05, 3))).isZero();
    assertThat(alarms(20, bimodal(0.05, 0.05, 20))).isZero();
    assertThat(alarms(20, bimodal(0.3, 0.05, 60))).isZero();
  }

  /** A pool's own, or a scheduler's. */
  @Test
  void whatIsTakenAtTheStartAndKeptIsNotOverdue() {
    LongFunction<Population> run =
        seed -> {
          Population all = new Population(seed, minutes(seed));
          for (int i = 0; i < 10; i++) {
            all.live(i * 0.1, Double.MAX_VALUE);
          }
          return all.load(20, exponential(0.2));
        };

    assertThat(alarms(run)).isZero();
  }

  @Test
  void nothingIsOverdueWhereTheLoadSwings() {
    assertThat(
            alarms(
                seed ->
                    new Population(seed, minutes(seed))
                        .load(at -> 50 + 49 * Math.sin(at / 20), 99, 1e9, logNormal(0.5, 1))))
        .isZero();
  }

  /** Idle connections; or everything, while a debugger or the collector has stopped the machine. */
  @Test
  void ageDoesNotCountWhileNothingHappens() {
    LongFunction<Population> run =
        seed -> {
          Population all = new Population(seed, 600);
          all.load(at -> 20, 20, 400, exponential(0.2));
          for (int i = 0; i < 10; i++) {
            all.live(399 + i * 0.1, Double.MAX_VALUE);
          }
          return all;
        };

    assertThat(alarms(run)).isZero();
  }

  /**
   * Where lifetimes differ by orders of magnitude, no number of siblings says how old the next one
   * may become: in a thousand runs the rule was wrong in 1 to 13. The seeds are fixed, so that here
   * it is wrong as often every time.
   */
  @Test
  void heavyTailsMakeFewFalseAlarms() {
    assertThat(alarms(20, logNormal(0.2, 1.5))).isLessThanOrEqualTo(1);
    assertThat(alarms(20, pareto(0.05, 1.5))).isLessThanOrEqualTo(4);
    assertThat(alarms(20, pareto(0.05, 1))).isLessThanOrEqualTo(4);
    assertThat(alarms(20, pareto(1, 2))).isLessThanOrEqualTo(4);
  }

  @Test
  void oneThatIsStuckIsFoundInAllOfThem() {
    LongFunction<Population> run =
        seed -> new Population(seed, 120).load(20, exponential(0.2)).live(60, Double.MAX_VALUE);

    assertThat(alarms(run)).isEqualTo(SEEDS);
  }

  @Test
  void oneInAHundredThatIsStuckIsFoundAfterTwoMinutes() {
    LongFunction<Population> run =
        seed ->
            new Population(seed, 120)
                .load(
                    50,
                    random ->
                        random.nextInt(100) == 0 ? 1e9 : exponential(0.1).applyAsDouble(random));

    assertThat(alarms(run)).isEqualTo(SEEDS);
  }

  /** It was open long before the load stopped. */
  @Test
  void oneThatIsStuckIsFoundWhenAllIsQuiet() {
    LongFunction<Population> run =
        seed ->
            new Population(seed, 3_600)
                .load(at -> 20, 20, 120, exponential(0.2))
                .live(60, Double.MAX_VALUE);

    assertThat(alarms(run)).isEqualTo(SEEDS);
  }

  @Test
  void onlyWhatIsOverdueIsCounted() {
    Population all = new Population(1, 120).load(20, exponential(0.2));
    all.live(0, 1e9).live(60, 1e9).live(70, 1e9).live(119, 1e9);

    AgeRuling ruling = all.ruling();

    assertThat(ruling.verdict()).isEqualTo(Verdict.OVERDUE);
    assertThat(ruling.overdue()).isEqualTo(2);
    assertThat(ruling.ages().known()).isGreaterThanOrEqualTo(4);
    assertThat(ruling.ages().oldestMillis()).isEqualTo(120_000);
  }

  @Test
  void fewSiblingsSayNothing() {
    Population all = new Population(1, 120);
    for (int i = 0; i < 99; i++) {
      all.live(i * 0.1, 0.1);
    }
    all.live(30, 1e9).live(119, 0.1);

    assertThat(all.ruling().verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(all.live(31, 0.1).live(119, 1e9).ruling().verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(all.live(29, 0.1).ruling().verdict()).isEqualTo(Verdict.OVERDUE);
  }

  @Test
  void theAgesOfALoadAreUsual() {
    assertThat(new Population(1, 120).load(20, exponential(5)).ruling().verdict())
        .isEqualTo(Verdict.USUAL);
  }

  @Test
  void nothingIsSaidOfAgesThatAreNotKnown() {
    Population all = new Population(1, 120).load(20, random -> 0.1).live(119.999, 0.0001);

    assertThat(AgeRule.of(new long[0], new SiblingAges()).verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(all.ruling().siblings().released()).isGreaterThan(2_000);
  }
}
