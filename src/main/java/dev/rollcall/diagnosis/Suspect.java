package dev.rollcall.diagnosis;

import dev.rollcall.diagnosis.evidence.EvidenceKind;
import java.util.Locale;

/**
 * A method that may have forgotten a release.
 *
 * @param frame the method, with the line where it was seen last
 * @param score how strongly the evidence speaks against it, from 0 to 1
 * @param evidence what speaks against it, in one sentence
 */
public record Suspect(
    EvidenceKind kind,
    StackTraceElement frame,
    double score,
    String evidence,
    Confidence confidence) {

  /** The same, no surer than that. */
  public Suspect atMost(Confidence most) {
    return confidence.compareTo(most) >= 0 ? this : new Suspect(kind, frame, score, evidence, most);
  }

  /** The same with a remark on the lives that it speaks of, before what to do. */
  public Suspect remarked(String remark) {
    int todo = evidence.indexOf(": ");
    int end = evidence.length() - (evidence.endsWith(".") ? 1 : 0);
    int at = todo < 0 ? end : todo;
    String words = evidence.substring(0, at) + remark + evidence.substring(at);
    return new Suspect(kind, frame, score, words, confidence);
  }

  /** How sure the evidence is. */
  public enum Confidence {
    HIGH,
    MEDIUM,
    LOW;

    /** The word that reports print. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
