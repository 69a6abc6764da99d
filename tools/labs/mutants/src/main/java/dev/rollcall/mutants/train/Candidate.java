package dev.rollcall.mutants.train;

import dev.rollcall.diagnosis.evidence.Feature;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A method against which something speaks.
 *
 * @param method its name
 * @param guilty whether it is the one with the bug
 * @param inGuiltyClass whether its class is
 * @param strengths how strongly each kind of evidence speaks against it, mostly from 0 to 1
 */
public record Candidate(
    String method, boolean guilty, boolean inGuiltyClass, Map<Feature, Double> strengths) {
  public Candidate {
    Map<Feature, Double> copy = new EnumMap<>(Feature.class);
    copy.putAll(strengths);
    strengths = Collections.unmodifiableMap(copy);
  }

  /** All evidence together, unweighted. */
  double sum() {
    return strengths.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
