package dev.rollcall.cli;

import dev.rollcall.analysis.finding.History;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** As many of the lives as are wanted, and then how many there would be. */
final class FirstLives implements Iterator<History> {
  private final Iterator<History> all;
  private int left;

  FirstLives(Iterator<History> all, int limit) {
    this.all = all;
    this.left = limit;
  }

  @Override
  public boolean hasNext() {
    return left > 0 && all.hasNext();
  }

  @Override
  public History next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    left--;
    return all.next();
  }

  /** Passes over the rest. */
  long countRest() {
    long count = 0;
    while (all.hasNext()) {
      all.next();
      count++;
    }
    return count;
  }
}
