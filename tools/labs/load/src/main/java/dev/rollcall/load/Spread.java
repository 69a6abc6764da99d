package dev.rollcall.load;

import java.util.List;
import java.util.Locale;

/** The median of several rounds, or a ratio of medians, and between which numbers they lay. */
record Spread(double median, double lowest, double highest) {
  static Spread of(List<Double> numbers) {
    List<Double> sorted = numbers.stream().sorted().toList();
    int size = sorted.size();
    double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    return new Spread(median, sorted.get(0), sorted.get(size - 1));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median, lowest, highest);
  }
}
