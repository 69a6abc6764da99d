package dev.rollcall.common;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the leaked resources of a group own, as lines of text: one for each type, largest first. */
public final class OwnedText {
  private static final int MAX_TYPES = 10;

  /** How many there are of a type, registered at how many sites. */
  private record Tally(String type, long count, long sites) {
    private static final Comparator<Tally> LARGEST_FIRST =
        Comparator.comparingLong(Tally::count).reversed().thenComparing(Tally::type);

    Tally plus(Tally other) {
      return new Tally(type, count + other.count, sites + other.sites);
    }

    String line() {
      return String.format(
          Locale.ROOT, "owns %,d x %s (%s)", count, Words.type(type), Words.count(sites, "site"));
    }
  }

  private final Map<String, Tally> types = new TreeMap<>();

  /** Nothing so far. */
  public OwnedText() {}

  /** Adds what was registered at one site. */
  public void add(String type, long count) {
    types.merge(type, new Tally(type, count, 1), Tally::plus);
  }

  /** The lines, without indentation and line ends; none if nothing is owned. */
  public List<String> lines() {
    List<Tally> all = types.values().stream().sorted(Tally.LARGEST_FIRST).toList();
    List<String> lines = new ArrayList<>(all.stream().limit(MAX_TYPES).map(Tally::line).toList());
    if (all.size() > MAX_TYPES) {
      List<Tally> rest = all.subList(MAX_TYPES, all.size());
      lines.add(
          String.format(
              Locale.ROOT,
              "owns %,d more of %,d other types",
              rest.stream().mapToLong(Tally::count).sum(),
              rest.size()));
    }
    return lines;
  }
}
