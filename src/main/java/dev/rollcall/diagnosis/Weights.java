package dev.rollcall.diagnosis;

import dev.rollcall.diagnosis.Suspect.Confidence;
import dev.rollcall.diagnosis.evidence.EvidenceKind;
import dev.rollcall.diagnosis.evidence.Feature;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much each kind of evidence says, and how often a suspect with so much against it was the one:
 * a table that the lab makes from leaks whose cause is known. Here it is only added up.
 */
public final class Weights {
  private static final String TABLE = "weights.properties";

  /** What rests on a comparison with siblings. */
  private static final Set<EvidenceKind> CONTRAST =
      EnumSet.of(EvidenceKind.ABSENCE, EvidenceKind.PRESENCE);

  private final Map<Feature, Double> weights = new EnumMap<>(Feature.class);
  private final Properties table;
  private final long few;

  private Weights(Properties table) {
    this.table = table;
    for (Feature feature : Feature.values()) {
      weights.put(feature, number(feature.word(), 0));
    }
    this.few = (long) number("few", 0);
  }

  /** The table that this version has. */
  public static Weights shipped() {
    return Shipped.WEIGHTS;
  }

  /** It is read once. */
  private static final class Shipped {
    static final Weights WEIGHTS = read();
  }

  private static Weights read() {
    try (InputStream file = Weights.class.getResourceAsStream(TABLE)) {
      if (file == null) {
        throw new IllegalStateException(TABLE + " is missing from Rollcall's jar");
      }
      Properties table = new Properties();
      table.load(file);
      return new Weights(table);
    } catch (IOException e) {
      throw new IllegalStateException(TABLE + " in Rollcall's jar cannot be read", e);
    }
  }

  /** Another table. */
  public static Weights of(Properties table) {
    return new Weights(table);
  }

  private double number(String key, double otherwise) {
    String value = table.getProperty(key);
    return value == null ? otherwise : Double.parseDouble(value.trim());
  }

  /** What so much evidence of a kind counts. */
  double of(Feature feature, double strength) {
    return weights.getOrDefault(feature, 0.0) * strength;
  }

  /** What all evidence against a method adds up to. */
  public double score(Map<Feature, Double> strengths) {
    double score = 0;
    for (Map.Entry<Feature, Double> each : strengths.entrySet()) {
      score += of(each.getKey(), each.getValue());
    }
    return score;
  }

  /**
   * The kind that counts most against a method, or where none counts the strongest; null where
   * there is none but what says something beside others.
   */
  public @Nullable Feature heaviest(Map<Feature, Double> strengths) {
    Feature heaviest = null;
    for (Map.Entry<Feature, Double> each : strengths.entrySet()) {
      Feature kind = each.getKey();
      if (!kind.isBeside()
          && each.getValue() > 0
          && (heaviest == null || isHeavier(kind, heaviest, strengths))) {
        heaviest = kind;
      }
    }
    return heaviest;
  }

  private boolean isHeavier(Feature one, Feature other, Map<Feature, Double> strengths) {
    double ones = strengths.getOrDefault(one, 0.0);
    double others = strengths.getOrDefault(other, 0.0);
    int byWeight = Double.compare(of(one, ones), of(other, others));
    return byWeight != 0 ? byWeight > 0 : ones > others;
  }

  /**
   * How sure a suspect is.
   *
   * @param lead the kind that counts most
   * @param margin how much more its score is than that of the next suspect
   * @param leaked how many leaked
   * @param healthy how many siblings were released
   */
  public Confidence confidence(Feature lead, double margin, long leaked, long healthy) {
    Confidence sure =
        margin >= from("high", lead)
            ? Confidence.HIGH
            : margin >= from("medium", lead) ? Confidence.MEDIUM : Confidence.LOW;
    if (lead.kind() == EvidenceKind.OWNER) {
      // That an owner has ended is a fact, be it of one.
      return sure;
    }
    if (CONTRAST.contains(lead.kind()) && (leaked < few || healthy < few)) {
      return Confidence.LOW;
    }
    return leaked < few && sure == Confidence.HIGH ? Confidence.MEDIUM : sure;
  }

  private double from(String confidence, Feature lead) {
    return number(confidence + "." + lead.word(), number(confidence, Double.POSITIVE_INFINITY));
  }
}
