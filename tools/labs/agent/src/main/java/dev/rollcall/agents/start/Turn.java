package dev.rollcall.agents.start;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Whose turn it is: all in each round, in the other direction in every second one. */
final class Turn {
  private Turn() {}

  /** In which order they are measured in a round. */
  static <T> List<T> of(List<T> all, int round) {
    List<T> order = new ArrayList<>(all);
    Collections.rotate(order, round / 2);
    if (round % 2 == 1) {
      Collections.reverse(order);
    }
    return order;
  }
}
