package dev.rollcall.reader;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the JMC parser quiet: what it logs is either harmless or reported by us in our own words.
 */
final class ParserLog {
  /** Held, because the log manager keeps loggers, and so their levels, weakly. */
  private static final Logger PARSER = Logger.getLogger("org.openjdk.jmc");

  private ParserLog() {}

  static void silence() {
    PARSER.setLevel(Level.OFF);
  }
}
