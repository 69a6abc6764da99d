package dev.rollcall.mutants;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * Where the method to fix is in a report. Ranks count from 1; 0 is for a method that is not there.
 *
 * @param first its rank among the suspects of the largest group of leaks
 * @param any its best rank in any group
 * @param ofClass the rank of the first suspect of its class in the largest group
 * @param confidence how sure the report is of the first suspect there; empty where there is none
 * @param groups how many groups of leaks there are
 * @param lines how many lines of the text report a person reads until it is named; 0 if it is not
 * @param miss why it is not among the first three of the largest group
 */
record Rank(int first, int any, int ofClass, String confidence, int groups, int lines, Miss miss) {
  /** Why a method was not found. */
  enum Miss {
    NONE("found"),
    NO_SUSPECT("nobody is suspected"),
    FURTHER_DOWN("suspected, behind three others"),
    OTHER_GROUP("suspected in a smaller group only"),
    SEEN("others are suspected; it is on a stack of a leaked resource's steps"),
    UNSEEN("others are suspected; no step of the leaked resources shown shows it");

    final String text;

    Miss(String text) {
      this.text = text;
    }
  }

  /** Ranks the method of a call in a report, given as JSON and as text. */
  static Rank of(Site site, Bug bug, JsonNode report, String text) {
    JsonNode groups = report.path(bug.isOverRelease() ? "misuses" : "groups");
    JsonNode largest = groups.path(0);
    int any = 0;
    for (JsonNode group : groups) {
      if (group.path("count").asLong() > largest.path("count").asLong()) {
        largest = group;
      }
      int rank = rank(site, group.path("suspects"));
      if (rank > 0 && (any == 0 || rank < any)) {
        any = rank;
      }
    }
    JsonNode suspects = largest.path("suspects");
    int first = rank(site, suspects);
    return new Rank(
        first,
        any,
        rankOfClass(site, suspects),
        suspects.path(0).path("confidence").asText(),
        groups.size(),
        lines(site, text),
        miss(site, largest, first, any));
  }

  private static int rankOfClass(Site site, JsonNode suspects) {
    for (int i = 0; i < suspects.size(); i++) {
      if (site.isOfClass(suspects.path(i).path("frame").path("class").asText())) {
        return i + 1;
      }
    }
    return 0;
  }

  private static int rank(Site site, JsonNode suspects) {
    for (int i = 0; i < suspects.size(); i++) {
      if (isIn(site, suspects.get(i).path("frame"))) {
        return i + 1;
      }
    }
    return 0;
  }

  private static Miss miss(Site site, JsonNode group, int first, int any) {
    if (first > 0) {
      return first <= 3 ? Miss.NONE : Miss.FURTHER_DOWN;
    }
    if (group.path("suspects").isEmpty()) {
      return Miss.NO_SUSPECT;
    }
    if (any > 0) {
      return Miss.OTHER_GROUP;
    }
    for (JsonNode example : group.path("examples")) {
      for (JsonNode step : example.path("history")) {
        for (JsonNode frame : step.path("site")) {
          if (isIn(site, frame)) {
            return Miss.SEEN;
          }
        }
      }
    }
    return Miss.UNSEEN;
  }

  private static boolean isIn(Site site, JsonNode frame) {
    return site.isIn(frame.path("class").asText(), frame.path("method").asText());
  }

  private static int lines(Site site, String text) {
    String name = site.simpleName();
    int lines = 0;
    for (String line : text.lines().toList()) {
      lines++;
      int at = line.indexOf(name);
      if (at > 0
          && !Character.isJavaIdentifierPart(line.charAt(at - 1))
          && !(at + name.length() < line.length()
              && Character.isJavaIdentifierPart(line.charAt(at + name.length())))) {
        return lines;
      }
    }
    return 0;
  }

  /** As the end of a line of a table. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%d\t%d\t%d\t%d\t%s\t%d\t%s",
        groups,
        first,
        any,
        ofClass,
        confidence,
        lines,
        miss);
  }
}
