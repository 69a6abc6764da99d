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
  private static final String COLON = ": ";

  /** The same, no surer than that. */
  public Suspect atMost(Confidence most) {
    return confidence.compareTo(most) >= 0 ? this : new Suspect(kind, frame, score, evidence, most);
  }

  /** The same with a remark on the lives that it speaks of, before what to do. */
  public Suspect remarked(String remark) {
    int todo = colon();
    int end = evidence.length() - (evidence.endsWith(".") ? 1 : 0);
    int at = todo < 0 ? end : todo;
    String words = evidence.substring(0, at) + remark + evidence.substring(at);
    return new Suspect(kind, frame, score, words, confidence);
  }

  /** What was found, as a sentence. */
  public String found() {
    int todo = colon();
    return todo < 0 ? evidence : evidence.substring(0, todo) + '.';
  }

  /** What to do about it, as a sentence; empty where the evidence says nothing of it. */
  public String todo() {
    int todo = colon();
    return todo < 0 ? "" : capitalised(evidence.substring(todo + COLON.length()));
  }

  private static String capitalised(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /**
   * Where the evidence comes to what to do; -1 where it does not. What stands apart may explain.
   */
  private int colon() {
    int depth = 0;
    for (int i = 0; i < evidence.length(); i++) {
      char c = evidence.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && evidence.startsWith(COLON, i)) {
        return i;
      }
    }
    return -1;
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
