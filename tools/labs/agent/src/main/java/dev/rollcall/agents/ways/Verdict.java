package dev.rollcall.agents.ways;

import static java.util.stream.Collectors.joining;

import dev.rollcall.agents.ways.program.Way;
import dev.rollcall.agents.ways.program.Way.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * How well a tool saw a way, in a few words: {@code yes} if it was exact in all variants, {@code
 * no} if it saw nothing and said nothing.
 */
final class Verdict {
  private final Way way;
  private final Sight sight;
  private final int number;
  private final boolean hasTypes;

  private Verdict(Way way, Sight sight, int number, boolean hasTypes) {
    this.way = way;
    this.sight = sight;
    this.number = number;
    this.hasTypes = hasTypes;
  }

  /** Of a tool that says of which class everything is, and tells of what was closed, too. */
  static String ofRollcall(Way way, Sight sight, int number) {
    return new Verdict(way, sight, number, true).words();
  }

  /** Of one that says only where what is open was opened. */
  static String ofOther(Way way, Sight sight, int number) {
    return new Verdict(way, sight, number, false).words();
  }

  private String words() {
    List<String> flaws = new ArrayList<>();
    sight.thrown(number).ifPresent(flaws::add);
    for (Variant variant : Variant.values()) {
      if (way.variants().contains(variant)) {
        flaw(variant, flaws);
      }
    }
    return flaws.isEmpty() ? "yes" : String.join(", ", flaws);
  }

  private void flaw(Variant variant, List<String> flaws) {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < variant.times(); i++) {
      expected.addAll(way.leaves(variant));
    }
    List<Seen> seen = sight.of(number, variant);
    List<String> left = seen.stream().filter(Seen::isLeft).map(Seen::type).toList();
    if (left.size() != expected.size()) {
      flaws.add(count(variant, left.size(), expected.size()));
    } else if (hasTypes
        && !left.stream().sorted().toList().equals(expected.stream().sorted().toList())) {
      flaws.add("as " + types(left));
    }
    if (hasTypes && variant == Variant.CLOSED && way.unseen().isEmpty()) {
      closed(seen, flaws);
    }
  }

  /** What is closed has been seen before: just as often, and as the same. */
  private void closed(List<Seen> seen, List<String> flaws) {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < Variant.CLOSED.times(); i++) {
      expected.addAll(way.leaves(Variant.LEAKED));
    }
    List<String> types = seen.stream().map(Seen::type).toList();
    if (types.isEmpty() && flaws.contains("no")) {
      return;
    }
    if (!types.containsAll(expected) || types.size() < expected.size()) {
      flaws.add("of those closed, " + types(types));
    }
  }

  private static String count(Variant variant, int left, int expected) {
    return switch (variant) {
      case LEAKED ->
          left == 0
              ? "no"
              : expected == 0 ? left + ", though the JDK keeps it" : left + " of " + expected;
      case CLOSED -> left + " that were closed";
      case FAILED -> left + " of " + expected + " that failed";
    };
  }

  private static String types(List<String> types) {
    TreeMap<String, Long> counts = new TreeMap<>();
    types.forEach(type -> counts.merge(type, 1L, Long::sum));
    return counts.entrySet().stream()
        .map(each -> each.getValue() + " " + each.getKey())
        .collect(joining(" and "));
  }
}
