package dev.rollcall.cases;

/** Something that keeps the cases from being run, as a sentence for who runs them. */
final class CaseException extends Exception {
  private static final long serialVersionUID = 1;

  CaseException(String sentence) {
    super(sentence);
  }
}
