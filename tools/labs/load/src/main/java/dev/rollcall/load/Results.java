package dev.rollcall.load;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What was measured of one protocol's servers.
 *
 * @param recordedBytes bytes of recording per request, of the variants that record
 */
record Results(List<Round> rounds, Map<Variant, Double> recordedBytes) {
  /** The ratio of the medians of two variants, and between which numbers the rounds' ratios lie. */
  Spread ratio(Variant one, Variant other, ToDoubleFunction<Measured> what) {
    Spread rounds =
        Spread.of(
            this.rounds.stream()
                .map(
                    round ->
                        what.applyAsDouble(round.of(one)) / what.applyAsDouble(round.of(other)))
                .toList());
    double medians = absolute(one, what).median() / absolute(other, what).median();
    return new Spread(medians, rounds.lowest(), rounds.highest());
  }

  Spread absolute(Variant variant, ToDoubleFunction<Measured> what) {
    return Spread.of(rounds.stream().map(round -> what.applyAsDouble(round.of(variant))).toList());
  }

  /** The largest share of a measurement in which a compiler was at work. */
  double compiling() {
    return rounds.stream()
        .flatMap(round -> round.measured().values().stream())
        .mapToDouble(Measured::compiling)
        .max()
        .orElse(0);
  }
}
