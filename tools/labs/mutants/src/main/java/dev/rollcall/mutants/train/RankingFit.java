package dev.rollcall.mutants.train;

import dev.rollcall.diagnosis.evidence.Feature;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;

/**
 * Logistic ranking: the weights under which the guilty of each example would most likely be drawn
 * from its candidates, if the odds of each were the exponential of its score. Nothing is drawn to
 * find them, so the same examples give the same weights.
 *
 * <p>Weights are as small as the examples let them be: of what few have, little is learned.
 *
 * <p>Evidence never speaks for a method, but for penalties, which never speak against one: a kind
 * that would is left out, and the others are fitted again.
 */
final class RankingFit {
  /**
   * Of a mutant the guilty method had the very call that is missing; of a real bug it often never
   * had one. So the few real ones count for half of all mutants.
   */
  private static final double REAL_SHARE = 0.5;

  private static final double PRECISION = 1e-6;

  /** How exactly the minimum on a line is found; the next line corrects it. */
  private static final double ON_LINE = 1e-3;

  private static final int MOST_EVALUATIONS = 100_000;

  private static final List<Feature> KINDS = List.of(Feature.values());

  private final List<Choice> choices = new ArrayList<>();

  private RankingFit() {}

  /** The weights that fit these examples; the heaviest is 1. */
  static Map<Feature, Double> of(Collection<Example> examples) {
    RankingFit fit = new RankingFit();
    Set<Feature> kinds = EnumSet.noneOf(Feature.class);
    double real = real(examples);
    for (Example example : examples) {
      example.candidates().forEach(candidate -> kinds.addAll(candidate.strengths().keySet()));
      if (example.candidates().stream().anyMatch(Candidate::guilty)) {
        fit.choices.add(new Choice(example.candidates(), example.isReal() ? real : 1));
      }
    }
    kinds.removeIf(ByHand::is);
    return fit.weights(kinds);
  }

  /** How much a real bug weighs, so that all together weigh as much as that share of mutants. */
  private static double real(Collection<Example> examples) {
    long reals = examples.stream().filter(Example::isReal).count();
    return reals == 0 ? 0 : REAL_SHARE * (examples.size() - reals) / reals;
  }

  private Map<Feature, Double> weights(Set<Feature> kinds) {
    Map<Feature, Double> weights = fitted(kinds);
    while (kinds.removeIf(kind -> isWrong(kind, weights.getOrDefault(kind, 0.0)))) {
      weights.clear();
      weights.putAll(fitted(kinds));
    }
    double most = weights.values().stream().mapToDouble(Math::abs).max().orElse(0);
    weights.replaceAll((kind, weight) -> most == 0 ? 0 : weight / most);
    return weights;
  }

  private static boolean isWrong(Feature kind, double weight) {
    return kind.isPenalty() ? weight > 0 : weight < 0;
  }

  private Map<Feature, Double> fitted(Set<Feature> kinds) {
    boolean[] free = new boolean[KINDS.size()];
    for (int i = 0; i < free.length; i++) {
      free[i] = kinds.contains(KINDS.get(i));
    }
    double[] weights =
        new NonLinearConjugateGradientOptimizer(
                NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE,
                new SimpleValueChecker(PRECISION, PRECISION),
                ON_LINE,
                ON_LINE,
                1)
            .optimize(
                new MaxEval(MOST_EVALUATIONS),
                GoalType.MINIMIZE,
                new InitialGuess(new double[free.length]),
                new ObjectiveFunction(this::loss),
                new ObjectiveFunctionGradient(at -> slope(at, free)))
            .getPoint();
    Map<Feature, Double> fitted = new EnumMap<>(Feature.class);
    for (int i = 0; i < weights.length; i++) {
      if (free[i]) {
        fitted.put(KINDS.get(i), weights[i]);
      }
    }
    return fitted;
  }

  /** How unlikely the examples are, and how far the weights are from nothing. */
  private double loss(double[] weights) {
    double loss = 0;
    for (int i = 0; i < weights.length; i++) {
      loss += weights[i] * weights[i] / 2;
    }
    for (Choice choice : choices) {
      loss += choice.loss(weights);
    }
    return loss;
  }

  private double[] slope(double[] weights, boolean[] free) {
    double[] slope = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      slope[i] = weights[i];
    }
    choices.forEach(choice -> choice.addSlope(weights, slope));
    for (int i = 0; i < weights.length; i++) {
      slope[i] = free[i] ? slope[i] : 0;
    }
    return slope;
  }

  /** The candidates of an example, of which the guilty is to be chosen. */
  private static final class Choice {
    private final double[][] strengths;
    private final boolean[] guilty;
    private final double weight;

    Choice(List<Candidate> candidates, double weight) {
      this.weight = weight;
      strengths = new double[candidates.size()][KINDS.size()];
      guilty = new boolean[candidates.size()];
      for (int i = 0; i < candidates.size(); i++) {
        Candidate candidate = candidates.get(i);
        guilty[i] = candidate.guilty();
        for (int kind = 0; kind < KINDS.size(); kind++) {
          strengths[i][kind] = candidate.strengths().getOrDefault(KINDS.get(kind), 0.0);
        }
      }
    }

    /** The odds of each, of which the largest are 1. */
    private double[] odds(double[] weights) {
      double[] odds = new double[guilty.length];
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < odds.length; i++) {
        for (int kind = 0; kind < weights.length; kind++) {
          odds[i] += weights[kind] * strengths[i][kind];
        }
        most = Math.max(most, odds[i]);
      }
      for (int i = 0; i < odds.length; i++) {
        odds[i] = Math.exp(odds[i] - most);
      }
      return odds;
    }

    private double sum(double[] odds, boolean ofGuilty) {
      double sum = 0;
      for (int i = 0; i < odds.length; i++) {
        sum += !ofGuilty || guilty[i] ? odds[i] : 0;
      }
      // However unlikely, it has happened.
      return Math.max(sum, Double.MIN_NORMAL);
    }

    double loss(double[] weights) {
      double[] odds = odds(weights);
      return weight * (Math.log(sum(odds, false)) - Math.log(sum(odds, true)));
    }

    void addSlope(double[] weights, double[] slope) {
      double[] odds = odds(weights);
      double all = sum(odds, false);
      double ofGuilty = sum(odds, true);
      for (int i = 0; i < odds.length; i++) {
        double more = odds[i] / all - (guilty[i] ? odds[i] / ofGuilty : 0);
        for (int kind = 0; kind < slope.length; kind++) {
          slope[kind] += weight * more * strengths[i][kind];
        }
      }
    }
  }
}
