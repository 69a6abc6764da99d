package dev.rollcall.agents.start;

import java.util.ArrayList;
import java.util.List;

/** Measurements of one thing. */
final class Sampled {
  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  double median() {
    return quantile(0.5);
  }

  /** Half the distance of the quartiles, in per cent of the median. */
  double spread() {
    return 50 * (quantile(0.75) - quantile(0.25)) / median();
  }

  private double quantile(double part) {
    List<Double> sorted = values.stream().sorted().toList();
    double at = part * (sorted.size() - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below));
  }
}
