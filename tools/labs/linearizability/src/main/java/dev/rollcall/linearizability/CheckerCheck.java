package dev.rollcall.linearizability;

/** A whole checker. */
public final class CheckerCheck extends LifeOperations {
  /** A checker without resources. */
  public CheckerCheck() {
    super(new CheckerLives());
  }
}
