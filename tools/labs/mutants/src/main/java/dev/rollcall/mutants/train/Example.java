package dev.rollcall.mutants.train;

import dev.rollcall.diagnosis.Weights;
import java.util.Comparator;
import java.util.List;

/**
 * A group of leaks or misuses, of which it is known who is guilty.
 *
 * @param id the mutant
 * @param library where the bug is
 * @param bug what the bug is
 * @param lives how many leaked or were misused
 * @param siblings how many of the same kind were released
 * @param candidates those against whom something speaks; the guilty need not be among them
 */
public record Example(
    String id, String library, Bug bug, long lives, long siblings, List<Candidate> candidates) {
  public Example {
    candidates = List.copyOf(candidates);
  }

  /** The extent of a bug that was not made for this. */
  public static final String REAL = "real bugs";

  /** Whether it is a bug that people have made. */
  boolean isReal() {
    return bug.extent().equals(REAL);
  }

  /**
   * A kind of bug.
   *
   * @param kind in words
   * @param extent of which kinds it is one, in words
   * @param good whether there is a good run to compare with
   */
  public record Bug(String kind, String extent, boolean good) {}

  /** The suspects by a table, likeliest first, as the product ranks them. */
  List<Candidate> suspects(Weights weights) {
    // A stable sort: of equals the one that was found first.
    return candidates.stream()
        .filter(candidate -> weights.heaviest(candidate.strengths()) != null)
        .sorted(
            Comparator.comparingDouble(
                    (Candidate candidate) -> weights.score(candidate.strengths()))
                .reversed())
        .toList();
  }
}
