package dev.rollcall.mutants.train;

import dev.rollcall.diagnosis.Weights;
import dev.rollcall.diagnosis.evidence.Feature;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * What examples teach.
 *
 * @param ofKinds what each kind of evidence weighs; of those that are not there nothing is known
 * @param sureness how sure a margin is
 */
public record Learned(Map<Feature, Double> ofKinds, Sureness sureness) {
  /** Fewer lives may be chance. */
  static final int FEW = 3;

  public Learned {
    Map<Feature, Double> copy = new EnumMap<>(Feature.class);
    copy.putAll(ofKinds);
    ofKinds = Collections.unmodifiableMap(copy);
  }

  /** As the product reads it, with what is set by hand. */
  public Properties table() {
    Properties table = new Properties();
    ofKinds.forEach((kind, weight) -> table.setProperty(kind.word(), number(weight)));
    table.setProperty("few", Integer.toString(FEW));
    limits("", sureness.others(), table);
    sureness.ofKinds().forEach((kind, limits) -> limits("." + kind.word(), limits, table));
    table.putAll(ByHand.table());
    return table;
  }

  private static void limits(String kind, Sureness.Limits limits, Properties table) {
    table.setProperty("high" + kind, number(limits.high()));
    table.setProperty("medium" + kind, number(limits.medium()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** The same for ranking. */
  Weights weights() {
    return Weights.of(table());
  }
}
