package dev.rollcall.internal.check;

import dev.rollcall.common.Roots;
import dev.rollcall.internal.live.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The leaked entries of one check, and at which of them their chains of owners end. */
final class Leaked {
  private final List<Entry> leaked;
  private final List<Entry> roots;

  private Leaked(List<Entry> leaked, List<Entry> roots) {
    this.leaked = leaked;
    this.roots = roots;
  }

  static Leaked of(List<Entry> entries) {
    if (entries.stream().allMatch(entry -> entry.ownerId() == 0)) {
      return new Leaked(entries, entries);
    }
    List<Entry> leaked = new ArrayList<>(entries);
    leaked.sort(Comparator.comparingLong(entry -> entry.id));
    int[] places =
        Roots.of(
            leaked.stream().mapToLong(entry -> entry.id).toArray(),
            leaked.stream().mapToLong(Entry::ownerId).toArray());
    List<Entry> roots = new ArrayList<>(places.length);
    for (int place : places) {
      roots.add(leaked.get(place));
    }
    return new Leaked(leaked, roots);
  }

  /** What is done with a leaked entry and its root, which is the same if it leaked directly. */
  interface Visitor {
    void leaked(Entry entry, Entry root);
  }

  void forEach(Visitor visitor) {
    for (int i = 0; i < leaked.size(); i++) {
      visitor.leaked(leaked.get(i), roots.get(i));
    }
  }
}
