package dev.rollcall.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rollcall.report.Hostile;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** JSON reports made of another one, which tell what the demo does not. */
final class Altered {
  private static final int GROUPS = 500;
  private static final int LEAKED = 10_000;
  private static final int SHARE = LEAKED / GROUPS;

  /** What a program has a say in. */
  private static final Set<String> CHOSEN =
      Set.of(
          "class",
          "method",
          "file",
          "type",
          "description",
          "note",
          "message",
          "evidence",
          "labels",
          "name",
          "version",
          "test",
          "value",
          "words",
          "sentence");

  /** Kinds of harm; each field gets the next one. */
  private static final List<String> HARM =
      List.of(
          Hostile.NAME,
          "<img src=x onerror=\"alert('img')\"><svg onload=alert('svg')>",
          "</script><script>alert('script')</script>",
          "</style><style>*{display:none!important}</style>",
          "<a href=\"javascript:alert('link')\">javascript:alert('link')</a>",
          "\" autofocus onfocus=\"alert('attribute')\" x='",
          "\u202e\u2066\u200f\u0645\u0631\u062d\u0628\u0627 \u2067right to left",
          "{{constructor.constructor('alert(1)')()}}${alert(1)}`",
          "W".repeat(20_000),
          "wide words ".repeat(2_000),
          "Z\u0351\u036b\u0343\u036a".repeat(400),
          "__proto__",
          "constructor",
          "");

  private Altered() {}

  /** Five hundred groups of twenty leaks each, of many types and places. */
  static ObjectNode big(ObjectNode report) {
    ArrayNode groups = (ArrayNode) report.get("groups");
    List<JsonNode> patterns = List.of(groups.get(0), groups.get(1), groups.get(2), groups.get(3));
    ArrayNode causes = (ArrayNode) report.get("causes");
    JsonNode pattern = causes.get(1).deepCopy();
    groups.removeAll();
    causes.removeAll();
    for (int i = 0; i < GROUPS; i++) {
      ObjectNode group = patterns.get(i % patterns.size()).deepCopy();
      String type = "com.acme.store" + i % 37 + ".Handle" + i;
      String fingerprint = String.format("%s@%016x", type, 0x9e3779b97f4a7c15L * (i + 1));
      group.put("type", type).put("fingerprint", fingerprint).put("count", SHARE);
      group.put("held", SHARE).put("lost", 0);
      retype(group.get("examples"), type, fingerprint, i);
      ArrayNode site = (ArrayNode) group.get("site");
      for (JsonNode frame : site) {
        String place = ((ObjectNode) frame).get("class").asText();
        ((ObjectNode) frame).put("class", place + "$In" + i);
      }
      ObjectNode cause = pattern.deepCopy();
      cause.put("leaked", SHARE).putArray("groups").add(fingerprint);
      ((ObjectNode) cause.get("suspect").get("frame"))
          .put("class", "com.acme.store" + i % 37 + ".Service" + i);
      group.set("suspects", group.arrayNode().add(cause.get("suspect").deepCopy()));
      groups.add(group);
      causes.add(cause);
    }
    totals(report, LEAKED);
    return report;
  }

  private static void retype(JsonNode examples, String type, String fingerprint, int number) {
    int example = 0;
    for (JsonNode life : examples) {
      ((ObjectNode) life)
          .put("type", type)
          .put("fingerprint", fingerprint)
          .put("resourceId", "0x" + Integer.toHexString(0x10000 + number * 16 + example++));
    }
  }

  private static void totals(ObjectNode report, int leaked) {
    ObjectNode totals = (ObjectNode) report.get("totals");
    long released = totals.get("released").asLong();
    totals.put("leaked", leaked).put("registered", released + leaked + 1);
  }

  /** The same findings with texts that try to be more than texts. */
  static ObjectNode hostile(ObjectNode report) {
    int[] next = {0};
    JsonNode recordings = report.get("recordings").deepCopy();
    harm(report, next);
    // The recording's path has to be one; the texts of its JVM are not.
    ((ObjectNode) report.at("/recordings/0"))
        .set("file", new TextNode("<img src=x onerror=alert('file')>\u202e.jfr"));
    ((ObjectNode) report.at("/recordings/0")).set("losses", recordings.at("/0/losses"));
    return report;
  }

  private static void harm(JsonNode node, int[] next) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
        if (field.getValue().isTextual() && CHOSEN.contains(field.getKey())) {
          object.set(field.getKey(), new TextNode(HARM.get(next[0]++ % HARM.size())));
        } else {
          harm(field.getValue(), next);
        }
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(child -> harm(child, next));
    }
  }

  /** All was released. */
  static ObjectNode clean(ObjectNode report) {
    for (String list : List.of("groups", "causes", "misuses")) {
      ((ArrayNode) report.get(list)).removeAll();
    }
    totals(report, 0);
    ((ObjectNode) report.get("totals")).put("misused", 0);
    return report;
  }

  /** The first group is gone, the second has grown, and there is a new one. */
  static ObjectNode later(ObjectNode report) {
    ArrayNode groups = (ArrayNode) report.get("groups");
    ObjectNode fresh = groups.get(0).deepCopy();
    groups.remove(0);
    ((ObjectNode) groups.get(0)).put("count", 18).put("held", 18).put("lost", 0);
    String type = "relay.Session";
    String fingerprint = type + "@00000000000000ff";
    fresh.put("type", type).put("fingerprint", fingerprint).put("count", 5).put("held", 5);
    fresh.put("lost", 0);
    retype(fresh.get("examples"), type, fingerprint, 1);
    groups.add(fresh);
    ArrayNode causes = (ArrayNode) report.get("causes");
    ObjectNode cause = causes.get(0).deepCopy();
    causes.remove(0);
    ((ObjectNode) causes.get(0)).put("leaked", 18);
    cause.put("leaked", 5).putArray("groups").add(fingerprint);
    causes.add(cause);
    totals(report, 18 + 4 + 4 + 5);
    return report;
  }
}
