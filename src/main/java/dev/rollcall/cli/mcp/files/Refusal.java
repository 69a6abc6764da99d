package dev.rollcall.cli.mcp.files;

/** Why a question is not answered: one sentence that says what to do. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  /** With a sentence that begins in small letters and has no full stop, as all that is refused. */
  public Refusal(String sentence) {
    super(sentence);
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
