package dev.rollcall.mutants;

/** Something that keeps the mutants from being judged, as a sentence for who runs them. */
final class MutationException extends Exception {
  private static final long serialVersionUID = 1;

  MutationException(String sentence) {
    super(sentence);
  }
}
