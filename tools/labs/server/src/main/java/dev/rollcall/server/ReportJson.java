package dev.rollcall.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.server.Seen.Dump;
import dev.rollcall.server.Seen.Group;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@code rollcall report --format json} says of what is open. */
final class ReportJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReportJson() {}

  static Dump read(String text) throws IOException {
    try {
      return dump(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IOException("the report is no JSON: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IOException("the report is not as its schema says: " + e.getMessage(), e);
    }
  }

  private static Dump dump(JsonNode report) {
    List<Group> groups = new ArrayList<>();
    for (JsonNode group : report.required("open")) {
      groups.add(
          new Group(
              group.required("type").asText(),
              group.required("count").asLong(),
              group.required("age").asText(),
              suspect(group.required("suspects").path(0).path("frame"))));
    }
    List<String> found = new ArrayList<>();
    for (JsonNode overdue : report.path("overdue")) {
      found.add(overdue.required("type").asText());
    }
    List<String> growing = new ArrayList<>();
    for (JsonNode growth : report.path("growth")) {
      growing.add(
          growth.required("type").asText() + " by " + growth.required("perMinute") + " a minute");
    }
    return new Dump(
        report.required("totals").required("unregistered").asLong(), groups, found, growing);
  }

  private static @Nullable String suspect(JsonNode frame) {
    return frame.isMissingNode()
        ? null
        : frame.path("class").asText() + "." + frame.path("method").asText();
  }
}
