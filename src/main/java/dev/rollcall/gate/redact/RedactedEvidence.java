package dev.rollcall.gate.redact;

/**
 * Sentences on suspects without what they quote: the one that a note says a resource was handed to,
 * and the name of a request. All else in them is ours, or names of the program's code.
 */
final class RedactedEvidence {
  private RedactedEvidence() {}

  /**
   * Without whom a note names: "the last to get 2 of 2 leaked resources, handed to X; that ...".
   */
  static String withoutNotes(String sentence) {
    return without(sentence, ", handed to ", "; that reference ");
  }

  /** Without a request: "belongs to X, in which ..." or "were registered in X, but only ...". */
  static String withoutRequests(String sentence) {
    return without(
        without(sentence, " belongs to ", ", in which "), " were registered in ", ", but only ");
  }

  /**
   * A quotation may itself hold what ends it: so it goes from the first beginning to the last end,
   * or to the end of the sentence where that is not as expected.
   */
  private static String without(String sentence, String before, String after) {
    int begin = sentence.indexOf(before);
    if (begin < 0) {
      return sentence;
    }
    int end = sentence.lastIndexOf(after);
    String rest = end < begin ? "." : sentence.substring(end);
    return sentence.substring(0, begin) + before + Redaction.REDACTED + rest;
  }
}
