package dev.rollcall.bench.table;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;

/** Numbers of several rounds. */
final class Numbers {
  private Numbers() {}

  /** The middle one; not a number if there is none. */
  static double median(List<Double> values) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** Combines the values of each round. */
  static List<Double> combine(List<Double> ours, List<Double> theirs, DoubleBinaryOperator by) {
    List<Double> combined = new ArrayList<>();
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      combined.add(by.applyAsDouble(ours.get(i), theirs.get(i)));
    }
    return combined;
  }

  /** The median with two decimals and, if there are several values, the range. */
  static String ratio(List<Double> values) {
    String median = String.format(Locale.ROOT, "%.2f", median(values));
    return values.size() < 2
        ? median
        : String.format(
            Locale.ROOT,
            "%s (%.2f–%.2f)",
            median,
            Collections.min(values),
            Collections.max(values));
  }

  /** A number that somebody chose, as it was written. */
  static String round(double value) {
    return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
  }

  /** A measured number with as many digits as matter. */
  static String plain(double value) {
    double size = Math.abs(value);
    return String.format(Locale.ROOT, size < 10 ? "%.2f" : size < 100 ? "%.1f" : "%,.0f", value);
  }
}
