package dev.rollcall.linearizability;

/**
 * How much is tried.
 *
 * @param programs how many programs Lincheck makes up
 * @param runs in how many orders it runs each
 */
record Extent(int programs, int runs) {
  static final Extent SHORT = new Extent(8, 300);
  static final Extent FULL = new Extent(100, 2_000);
}
