package dev.rollcall.report.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Locations beside that of a result, numbered from 1. Code scanning shows those that the message of
 * the result has links to.
 */
final class Related {
  private final List<Spot> spots = new ArrayList<>();

  /** {@code link}: what the message calls it; {@code null} if it does not mention it. */
  private record Spot(@Nullable StackTraceElement frame, String message, @Nullable String link) {}

  void add(@Nullable StackTraceElement frame, String message, @Nullable String link) {
    spots.add(new Spot(frame, message, link));
  }

  /** What the message ends with; empty if nothing is to be linked. */
  String links() {
    StringJoiner links = new StringJoiner(" and ", " See ", ".").setEmptyValue("");
    for (int i = 0; i < spots.size(); i++) {
      if (spots.get(i).link != null) {
        links.add(String.format(Locale.ROOT, "[%s](%d)", spots.get(i).link, i + 1));
      }
    }
    return links.toString();
  }

  void write(SarifLocations locations, JsonGenerator json) throws IOException {
    if (spots.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("relatedLocations");
    for (int i = 0; i < spots.size(); i++) {
      locations.location(i + 1, spots.get(i).frame, spots.get(i).message);
    }
    json.writeEndArray();
  }
}
