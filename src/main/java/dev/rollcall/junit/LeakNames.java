package dev.rollcall.junit;

import dev.rollcall.LeakGroup;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many of which type leaked, in a few words. Leaks of one type that were registered at several
 * sites are told apart by the frame that tells their sites apart.
 */
final class LeakNames {
  private final List<LeakGroup> groups;

  private LeakNames(List<LeakGroup> groups) {
    this.groups = groups;
  }

  /** As in {@code 2 x Frame at A.f(A.java:3), 1 x Frame at A.g(A.java:9), 1 x Buffer}. */
  static String of(List<LeakGroup> groups) {
    LeakNames names = new LeakNames(groups);
    Map<String, Long> counts = new LinkedHashMap<>();
    groups.forEach(group -> counts.merge(names.name(group), group.count(), Long::sum));
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " x " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  private String name(LeakGroup group) {
    List<StackTraceElement> site = group.site();
    int common =
        groups.stream()
            .filter(other -> other.type().equals(group.type()) && !other.site().equals(site))
            .mapToInt(other -> commonFrames(site, other.site()))
            .max()
            .orElse(-1);
    String type = Printable.of(group.type());
    return common < 0 || site.isEmpty()
        ? type
        : type + " at " + Words.frame(site.get(Math.min(common, site.size() - 1)));
  }

  private static int commonFrames(List<StackTraceElement> one, List<StackTraceElement> other) {
    int common = 0;
    while (common < Math.min(one.size(), other.size())
        && one.get(common).equals(other.get(common))) {
      common++;
    }
    return common;
  }
}
