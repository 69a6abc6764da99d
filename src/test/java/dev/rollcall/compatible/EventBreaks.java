package dev.rollcall.compatible;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What readers of events miss, by the golden texts of the events' metadata. */
final class EventBreaks {
  private static final String FIELD = "  field ";

  private EventBreaks() {}

  /** One sentence for each event and field that is gone or has another type. */
  static List<String> between(String before, String now) {
    Map<String, String> fields = fields(now);
    List<String> breaks = new ArrayList<>();
    fields(before)
        .forEach(
            (name, type) -> {
              String other = fields.get(name);
              if (other == null) {
                breaks.add(name + " is gone");
              } else if (!other.equals(type)) {
                breaks.add(name + " was " + type + " and is " + other);
              }
            });
    return breaks;
  }

  /** The types of the fields; an event is in it, too. */
  private static Map<String, String> fields(String metadata) {
    Map<String, String> fields = new TreeMap<>();
    String event = "";
    for (String line : metadata.lines().toList()) {
      if (line.startsWith("rollcall.")) {
        event = line;
        fields.put(event, "an event");
      } else if (line.startsWith(FIELD)) {
        String[] field = line.substring(FIELD.length()).split(": ", 2);
        fields.put(event + "." + field[0], field.length == 1 ? "of JFR" : field[1]);
      }
    }
    return fields;
  }
}
