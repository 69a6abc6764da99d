package dev.rollcall.ends;

import static java.util.stream.Collectors.joining;

import dev.rollcall.ends.Promise.Part;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** All that came out as one table, in Markdown. What broke a promise is bold. */
final class EndTable {
  private static final String HEAD =
      """
      | how it ends | report | recording | exit status | longest |
      | --- | --- | --- | --- | ---: |
      """;

  private EndTable() {}

  /**
   * The table, with when and where it was made.
   *
   * @param extent how often what was run
   */
  static String of(List<End> ends, Results results, String extent, List<Jdk> jdks, LocalDate date) {
    StringBuilder table = new StringBuilder();
    table
        .append(
            "Tried on %s with JDK %s on %s: %s.%n%n"
                .formatted(
                    date,
                    jdks.stream().map(Jdk::version).collect(joining(" and ")),
                    System.getProperty("os.name"),
                    extent))
        .append(HEAD);
    ends.forEach(end -> table.append(row(end, results.of(end))));
    return table.toString();
  }

  private static String row(End end, Map<Cell, List<Outcome>> outcomes) {
    if (outcomes.isEmpty()) {
      return "| %s | could not be tried | | | |%n".formatted(end.title());
    }
    double longest =
        outcomes.values().stream()
            .flatMap(List::stream)
            .mapToDouble(Outcome::seconds)
            .max()
            .orElseThrow();
    boolean late =
        outcomes.entrySet().stream()
            .anyMatch(cell -> isBroken(cell.getKey(), cell.getValue(), Part.TIME));
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s |%n",
        end.title(),
        column(outcomes, Part.REPORT, outcome -> outcome.report().state().word, true),
        column(outcomes, Part.RECORDING, EndTable::recording, true),
        column(outcomes, Part.STATUS, EndTable::status, false),
        late ? "**killed**" : String.format(Locale.ROOT, "%.1f s", longest));
  }

  private static String recording(Outcome outcome) {
    return Objects.requireNonNull(outcome.recording()).state().word;
  }

  private static String status(Outcome outcome) {
    return outcome.status() == null ? "none" : outcome.status().toString();
  }

  private static String column(
      Map<Cell, List<Outcome>> outcomes,
      Part part,
      Function<Outcome, String> word,
      boolean counted) {
    Map<Cell, String> words = new LinkedHashMap<>();
    outcomes.forEach(
        (cell, all) -> {
          if (part != Part.RECORDING || cell.recorded()) {
            String text = count(all.stream().map(word).toList(), counted);
            words.put(cell, isBroken(cell, all, part) ? "**" + text + "**" : text);
          }
        });
    if (words.isEmpty()) {
      return "";
    }
    // What may be one or the other is added up; what may not is shown where it was.
    return Collapse.of(words)
        .orElseGet(
            () ->
                words.values().stream().anyMatch(text -> text.startsWith("**"))
                    ? Collapse.exceptions(words)
                    : count(
                        outcomes.entrySet().stream()
                            .filter(cell -> words.containsKey(cell.getKey()))
                            .flatMap(cell -> cell.getValue().stream().map(word))
                            .toList(),
                        true));
  }

  /** How often each word was there, the most frequent first: "whole 29, none 1 of 30". */
  static String count(List<String> words, boolean counted) {
    Map<String, Long> counts = new LinkedHashMap<>();
    words.forEach(word -> counts.merge(word, 1L, Long::sum));
    if (counts.size() == 1 && !counted) {
      return words.get(0);
    }
    return counts.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(joining(", "))
        + " of "
        + words.size();
  }

  private static boolean isBroken(Cell cell, List<Outcome> outcomes, Part part) {
    return outcomes.stream()
        .flatMap(outcome -> cell.end().promise().broken(cell.mode(), outcome).stream())
        .anyMatch(broken -> broken.part() == part);
  }
}
