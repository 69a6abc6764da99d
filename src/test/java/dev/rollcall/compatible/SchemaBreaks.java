package dev.rollcall.compatible;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What readers of JSON trip over, by its schema: everything but properties that were added and may
 * be absent.
 */
final class SchemaBreaks {
  /** What is said for people. */
  private static final Set<String> WORDS = Set.of("title", "description", "$comment");

  private final List<String> breaks = new ArrayList<>();

  private SchemaBreaks() {}

  /** One sentence for each place that differs. */
  static List<String> between(JsonNode before, JsonNode now) {
    SchemaBreaks schema = new SchemaBreaks();
    schema.compare("", before, now, false);
    return schema.breaks;
  }

  /** Names are what a schema is of: those of properties and definitions, unlike its own words. */
  private void compare(String path, JsonNode before, JsonNode now, boolean areNames) {
    if (!before.isObject() || !now.isObject()) {
      compareValues(path, before, now);
      return;
    }
    before
        .fieldNames()
        .forEachRemaining(
            name -> {
              String inner = path + "/" + name;
              if (!areNames && WORDS.contains(name)) {
                return;
              }
              if (now.has(name)) {
                compare(inner, before.get(name), now.get(name), !areNames && holdsNames(name));
              } else {
                breaks.add("schema " + inner + " is gone");
              }
            });
    now.fieldNames()
        .forEachRemaining(
            name -> {
              if (!areNames && !WORDS.contains(name) && !before.has(name) && !holdsNames(name)) {
                breaks.add("schema " + path + "/" + name + " was added");
              }
            });
  }

  private static boolean holdsNames(String keyword) {
    return keyword.equals("properties") || keyword.equals("$defs");
  }

  private void compareValues(String path, JsonNode before, JsonNode now) {
    boolean areLists = before.isArray() && now.isArray() && before.size() == now.size();
    if (!areLists && !before.equals(now)) {
      breaks.add("schema " + path + " was " + before + " and is " + now);
    }
    for (int i = 0; areLists && i < before.size(); i++) {
      compare(path + "/" + i, before.get(i), now.get(i), false);
    }
  }
}
