package dev.rollcall.cli.mcp.ask;

/** Why a question is not answered: one sentence that says what to do. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  Refusal(String sentence) {
    super(sentence);
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
