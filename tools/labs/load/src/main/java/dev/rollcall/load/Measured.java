package dev.rollcall.load;

/**
 * One variant in one round.
 *
 * @param perSecond requests answered in the closed loop
 * @param cpuNanos CPU time of the server's process for each of them
 * @param compiling the share of that time in which a compiler was at work
 * @param p50 median latency at the fixed rate, in ns
 * @param p99 the latency at the fixed rate that one in a hundred exceeds, in ns
 */
record Measured(double perSecond, double cpuNanos, double compiling, double p50, double p99) {}
