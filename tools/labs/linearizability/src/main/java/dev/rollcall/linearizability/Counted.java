package dev.rollcall.linearizability;

/** A reference-counted resource that tells what happened to it. */
public interface Counted {
  /**
   * Adds a reference.
   *
   * @throws IllegalStateException if it is destroyed
   */
  void retain();

  /** Adds a reference unless it is destroyed; whether it did. */
  boolean tryRetain();

  /**
   * Gives up a reference; whether it was the last.
   *
   * @throws IllegalStateException if it is destroyed
   */
  boolean release();

  /** How many references there are. */
  int refCount();

  /** How often it was destroyed. */
  int destroyed();

  /** Whether its checker knows it. */
  boolean isRegistered();
}
