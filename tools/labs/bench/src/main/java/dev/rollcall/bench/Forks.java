package dev.rollcall.bench;

/** What the JVMs of the benchmarks are started with. */
final class Forks {
  /** The global checker without sites. */
  static final String WARN = "-Drollcall.mode=warn";

  static final String NO_SITES = "-Drollcall.sites=never";

  /** Enough for a million sites, so that the live set's leave none out of the measured ones. */
  static final String MANY_SITES = "-Drollcall.sites.max=2000000";

  /** A fixed heap: its growth is no part of a measurement. */
  static final String MIN_HEAP = "-Xms3g";

  static final String MAX_HEAP = "-Xmx3g";

  /** Each page faulted in before: otherwise who allocates a few bytes more seems twice as dear. */
  static final String TOUCHED = "-XX:+AlwaysPreTouch";

  /** What our manual recommends: with the default of JDK 17, fast threads lose events. */
  static final String JFR = "-XX:FlightRecorderOptions:memorysize=100m";

  /** JFR says at every start that it has started. */
  static final String QUIET = "-Xlog:jfr+startup=off";

  private Forks() {}
}
