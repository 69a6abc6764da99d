package dev.rollcall.internal.follow;

/**
 * What is registered, and remembers how much of its life recordings follow: then no step of it has
 * to be looked up in the live map only to find that nobody wants it.
 */
public interface Followed {
  /** As it was decided when it was registered. */
  Extent extent();
}
