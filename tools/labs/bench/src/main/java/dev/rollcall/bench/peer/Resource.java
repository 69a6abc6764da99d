package dev.rollcall.bench.peer;

/** What is kept track of: about as small as an object gets. */
public final class Resource {
  /** Something to hold. */
  public final int number;

  /** A resource that nobody keeps track of yet. */
  public Resource(int number) {
    this.number = number;
  }
}
