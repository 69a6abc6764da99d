package dev.rollcall.mutants.train;

import dev.rollcall.diagnosis.Suspect.Confidence;
import dev.rollcall.diagnosis.Weights;
import dev.rollcall.diagnosis.evidence.Feature;
import dev.rollcall.mutants.train.Sureness.First;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Judges by each library in turn what was learned from all others: their weights, and by which
 * margin over the next suspect these are right, which in turn is seen by libraries that the weights
 * were not fitted to.
 */
public final class LeaveOneOut {
  private static final Sureness NEVER_SURE = Sureness.of(List.of());

  private final SortedMap<String, List<Example>> libraries = new TreeMap<>();

  /** The fits by the libraries that they know nothing of: each is asked for twice. */
  private final Map<Set<String>, Map<Feature, Double>> fits = new ConcurrentHashMap<>();

  /** Judges by these. */
  public LeaveOneOut(List<Example> examples) {
    examples.forEach(
        example ->
            libraries.computeIfAbsent(example.library(), l -> new ArrayList<>()).add(example));
  }

  /**
   * What came of an example.
   *
   * @param rank of the guilty one among the suspects, from 1; 0 where it is none
   * @param ofClass of the first of its class
   * @param sure how sure the first is; null where there is none
   */
  public record Outcome(Example example, int rank, int ofClass, @Nullable Confidence sure) {}

  /** The outcome of each example, by what the other libraries teach. */
  public List<Outcome> outcomes() {
    return libraries.entrySet().parallelStream()
        .map(each -> outcomes(each.getValue(), learned(Set.of(each.getKey())).weights()))
        .flatMap(List::stream)
        .toList();
  }

  /** The outcome of each example by one table. */
  public static List<Outcome> outcomes(List<Example> examples, Weights weights) {
    return examples.stream().map(example -> outcome(example, weights)).toList();
  }

  /** What all examples teach. */
  public Learned learned() {
    return learned(Set.of());
  }

  private Learned learned(Set<String> without) {
    List<First> firsts = new ArrayList<>();
    libraries.forEach(
        (library, examples) -> {
          if (!without.contains(library)) {
            Set<String> unseen = new TreeSet<>(without);
            unseen.add(library);
            firsts.addAll(firsts(examples, new Learned(fit(unseen), NEVER_SURE).weights()));
          }
        });
    return new Learned(fit(without), Sureness.of(firsts));
  }

  private Map<Feature, Double> fit(Set<String> without) {
    return fits.computeIfAbsent(
        Set.copyOf(without),
        unseen ->
            RankingFit.of(
                libraries.entrySet().stream()
                    .filter(each -> !unseen.contains(each.getKey()))
                    .flatMap(each -> each.getValue().stream())
                    .toList()));
  }

  private static List<First> firsts(List<Example> examples, Weights weights) {
    List<First> firsts = new ArrayList<>();
    for (Example example : examples) {
      List<Candidate> suspects = example.suspects(weights);
      if (example.lives() >= Learned.FEW && !suspects.isEmpty()) {
        Candidate first = suspects.get(0);
        firsts.add(new First(lead(weights, first), margin(suspects, weights), first.guilty()));
      }
    }
    return firsts;
  }

  /** How much more speaks against the first suspect than against the next. */
  private static double margin(List<Candidate> suspects, Weights weights) {
    double next = suspects.size() < 2 ? 0 : weights.score(suspects.get(1).strengths());
    return weights.score(suspects.get(0).strengths()) - next;
  }

  /** A suspect has one. */
  private static Feature lead(Weights weights, Candidate suspect) {
    Feature lead = weights.heaviest(suspect.strengths());
    if (lead == null) {
      throw new IllegalArgumentException("no suspect: " + suspect.method());
    }
    return lead;
  }

  private static Outcome outcome(Example example, Weights weights) {
    List<Candidate> suspects = example.suspects(weights);
    int rank = 0;
    int ofClass = 0;
    for (int i = suspects.size(); i > 0; i--) {
      rank = suspects.get(i - 1).guilty() ? i : rank;
      ofClass = suspects.get(i - 1).inGuiltyClass() ? i : ofClass;
    }
    return new Outcome(
        example, rank, ofClass, suspects.isEmpty() ? null : sure(example, suspects, weights));
  }

  private static Confidence sure(Example example, List<Candidate> suspects, Weights weights) {
    return weights.confidence(
        lead(weights, suspects.get(0)),
        margin(suspects, weights),
        example.lives(),
        example.siblings());
  }
}
