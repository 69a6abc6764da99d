package dev.rollcall.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.gate.Rule;
import dev.rollcall.gate.Suppressed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules of a report as JSON, to and fro. */
final class JsonSuppressions {
  private JsonSuppressions() {}

  static void write(List<Suppressed> suppressions, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("suppressions");
    for (Suppressed suppressed : suppressions) {
      Rule rule = suppressed.rule();
      json.writeStartObject();
      json.writeStringField("file", rule.file());
      json.writeNumberField("line", rule.line());
      json.writeStringField("kind", rule.kind().word());
      json.writeStringField("pattern", rule.pattern());
      Rule.Part only = rule.only();
      if (only == null) {
        json.writeNullField("only");
      } else {
        json.writeStringField("only", only.word());
      }
      json.writeStringField("reason", rule.reason());
      json.writeNumberField("groups", suppressed.groups());
      json.writeNumberField("resources", suppressed.resources());
      json.writeArrayFieldStart("taken");
      for (Map.Entry<String, Long> group : suppressed.taken().entrySet()) {
        json.writeStartObject();
        json.writeStringField("fingerprint", group.getKey());
        json.writeNumberField("count", group.getValue());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static Suppressed read(JsonFields suppressed) throws MalformedReportException {
    Rule rule =
        new Rule(
            suppressed.text("file"),
            suppressed.whole("line"),
            suppressed.word("kind", Rule.Kind.values(), Rule.Kind::word),
            suppressed.text("pattern"),
            suppressed.textOrNull("only") == null
                ? null
                : suppressed.word("only", Rule.Part.values(), Rule.Part::word),
            suppressed.text("reason"));
    TreeMap<String, Long> taken = new TreeMap<>();
    for (Map.Entry<String, Long> group : suppressed.list("taken", JsonSuppressions::taken)) {
      taken.merge(group.getKey(), group.getValue(), Long::sum);
    }
    return new Suppressed(rule, taken);
  }

  private static Map.Entry<String, Long> taken(JsonFields group) throws MalformedReportException {
    return Map.entry(group.text("fingerprint"), group.count("count", 1));
  }
}
