package dev.rollcall.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Where a report has the method that forgot. Ranks count from 1 among the suspects of the largest
 * finding; 0 is for what is not there.
 *
 * @param method the rank of the method
 * @param type the rank of the first method that is in the same source file
 * @param confidence that of the first suspect, in the word of the report; empty if there is none
 * @param lines how many lines of the text report are read until the method is named
 */
record Standing(int method, int type, String confidence, int lines) {
  /** The worst is last. */
  static final Comparator<Standing> BEST_FIRST =
      Comparator.comparingInt((Standing standing) -> last(standing.method))
          .thenComparingInt(standing -> last(standing.type))
          .thenComparingInt(standing -> last(standing.lines));

  /** Where a report has one of some methods, as JSON and as text. */
  static Standing of(List<Guilty> guilty, Bug bug, JsonNode report, String text) {
    JsonNode suspects = largest(report.required(bug.findings())).path("suspects");
    return new Standing(
        rank(suspects, frame -> guilty.stream().anyMatch(one -> one.is(frame))),
        rank(suspects, frame -> guilty.stream().anyMatch(one -> one.isInFileOf(frame))),
        suspects.path(0).path("confidence").asText(),
        lines(guilty, text));
  }

  private static JsonNode largest(JsonNode findings) {
    JsonNode largest = findings.path(0);
    for (JsonNode finding : findings) {
      if (finding.required("count").asLong() > largest.required("count").asLong()) {
        largest = finding;
      }
    }
    return largest;
  }

  private static int rank(JsonNode suspects, Predicate<JsonNode> wanted) {
    for (int i = 0; i < suspects.size(); i++) {
      if (wanted.test(suspects.get(i).path("frame"))) {
        return i + 1;
      }
    }
    return 0;
  }

  private static int lines(List<Guilty> guilty, String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (guilty.stream().anyMatch(one -> one.isNamedIn(line))) {
        return i + 1;
      }
    }
    return 0;
  }

  private static int last(int rank) {
    return rank == 0 ? Integer.MAX_VALUE : rank;
  }
}
