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
    }
  }

  private static Dump dump(JsonNode report) {
    List<Group> groups = new ArrayList<>();
    for (JsonNode group : report.path("open").path("groups")) {
      groups.add(
          new Group(
              group.path("type").asText(),
              group.path("count").asLong(),
              group.path("ages").path("verdict").asText(),
              suspect(group.path("suspects").path(0).path("frame"))));
    }
    List<String> growing = new ArrayList<>();
    for (JsonNode growth : report.path("open").path("growth")) {
      growing.add(growth.path("type").asText() + " by " + growth.path("perMinute") + " a minute");
    }
    return new Dump(report.path("totals").path("unregistered").asLong(), groups, growing);
  }

  private static @Nullable String suspect(JsonNode frame) {
    return frame.isMissingNode()
        ? null
        : frame.path("class").asText() + "." + frame.path("method").asText();
  }
}
