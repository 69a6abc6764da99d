package dev.rollcall.agents.samples;

/** A promise that was broken, and how. */
final class Broken extends Exception {
  private static final long serialVersionUID = 1L;

  Broken(String how) {
    super(how);
  }
}
