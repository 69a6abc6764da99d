package dev.rollcall.internal.scope;

import java.util.List;

/**
 * A misuse that happened in a test run.
 *
 * @param kind the stable word
 * @param message what was misused and how it came to that
 * @param site where, innermost frame first
 * @param thread name of the thread that did it
 */
public record BlamedMisuse(
    String kind, String message, List<StackTraceElement> site, String thread, Blame blame) {
  /** Copies the list. */
  public BlamedMisuse {
    site = List.copyOf(site);
  }
}
