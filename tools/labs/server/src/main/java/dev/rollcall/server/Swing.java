package dev.rollcall.server;

/**
 * A load that goes up and down, as that of a day does.
 *
 * @param least requests per second, at the beginning and after each period
 * @param most in the middle of a period
 * @param periodSeconds how long it takes up and down
 */
record Swing(double least, double most, double periodSeconds) {
  /** How many requests per second are wanted after so many seconds. */
  double at(double seconds) {
    double share = (1 - Math.cos(2 * Math.PI * seconds / periodSeconds)) / 2;
    return least + (most - least) * share;
  }
}
