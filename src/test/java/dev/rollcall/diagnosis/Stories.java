package dev.rollcall.diagnosis;

import dev.rollcall.diagnosis.way.Ways;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Properties;

/**
 * Diagnoses small made-up lives by a table of their own, under which the kinds of evidence that a
 * story is about lead: what the shipped table has learned may change with each training.
 */
public final class Stories {
  private Stories() {}

  /** As {@link Diagnosis#of(List, Collection)}. */
  public static Diagnosis diagnosis(List<Diagnosis.Group> groups, Collection<Ways> healthy) {
    return Diagnosis.of(groups, healthy, weights());
  }

  static Weights weights() {
    try (InputStream file = Stories.class.getResourceAsStream("stories.properties")) {
      Properties table = new Properties();
      table.load(file);
      return Weights.of(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
