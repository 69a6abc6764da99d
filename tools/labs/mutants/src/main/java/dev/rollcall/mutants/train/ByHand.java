package dev.rollcall.mutants.train;

import dev.rollcall.diagnosis.evidence.Feature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What kinds of evidence weigh that are about bugs which no example has: set by hand, and said to
 * be so in the table.
 */
final class ByHand {
  private static final String TABLE = "by-hand.properties";

  private ByHand() {}

  /** Whether a kind is one of them. */
  static boolean is(Feature kind) {
    return table().containsKey(kind.word());
  }

  /** The table of those. */
  static Properties table() {
    try (InputStream file = ByHand.class.getResourceAsStream(TABLE)) {
      if (file == null) {
        throw new IllegalStateException(TABLE + " is missing");
      }
      Properties table = new Properties();
      table.load(file);
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
