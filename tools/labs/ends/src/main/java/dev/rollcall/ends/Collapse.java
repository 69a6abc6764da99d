package dev.rollcall.ends;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Says in as few words as can be what is the same in many cells: once if it is in all, else for
 * each mode, or JDK, or with and without a recording.
 */
final class Collapse {
  private static final List<Function<Cell, String>> DIMENSIONS =
      List.of(
          cell -> "`" + cell.mode() + "`",
          cell -> "JDK " + cell.jdk().feature(),
          cell -> cell.recorded() ? "recorded" : "not recorded");

  private Collapse() {}

  /** The words of at least one cell; empty if they depend on more than one thing. */
  static Optional<String> of(Map<Cell, String> words) {
    if (Set.copyOf(words.values()).size() == 1) {
      return Optional.of(words.values().iterator().next());
    }
    return DIMENSIONS.stream().flatMap(dimension -> along(dimension, words).stream()).findFirst();
  }

  private static Optional<String> along(Function<Cell, String> dimension, Map<Cell, String> words) {
    Map<String, Set<String>> byLabel = new LinkedHashMap<>();
    words.forEach(
        (cell, word) ->
            byLabel
                .computeIfAbsent(dimension.apply(cell), none -> new LinkedHashSet<>())
                .add(word));
    return byLabel.values().stream().allMatch(each -> each.size() == 1)
        ? Optional.of(
            byLabel.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue().iterator().next())
                .collect(joining("; ")))
        : Optional.empty();
  }

  /** The most frequent words, and then which cells have others. */
  static String exceptions(Map<Cell, String> words) {
    List<Function<Cell, String>> varying =
        DIMENSIONS.stream()
            .filter(one -> words.keySet().stream().map(one).distinct().count() > 1)
            .toList();
    Map<String, List<String>> labels = new LinkedHashMap<>();
    words.forEach(
        (cell, word) ->
            labels
                .computeIfAbsent(word, none -> new ArrayList<>())
                .add(varying.stream().map(one -> one.apply(cell)).collect(joining(" "))));
    List<Map.Entry<String, List<String>>> byFrequency = new ArrayList<>(labels.entrySet());
    byFrequency.sort(Comparator.comparing(entry -> -entry.getValue().size()));
    return byFrequency.get(0).getKey()
        + byFrequency.stream()
            .skip(1)
            .map(entry -> "; " + String.join(", ", entry.getValue()) + ": " + entry.getKey())
            .collect(joining());
  }
}
