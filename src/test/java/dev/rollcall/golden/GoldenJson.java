package dev.rollcall.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Compares JSON with a golden one: every golden field is still there, in the same order and with
 * the same value. Fields may have been added, and wording may have changed.
 */
final class GoldenJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Collection<String> wording;
  private final List<String> differences = new ArrayList<>();

  private GoldenJson(Collection<String> wording) {
    this.wording = wording;
  }

  /** Fails unless JSON is the golden one; fields named in {@code wording} only have to be there. */
  static void assertSame(String name, String json, Collection<String> wording) throws IOException {
    Golden.update(name, withoutWording(json, wording));
    compare(name, json, wording, Golden.HINT);
  }

  /** The same of a golden file that is never written anew. */
  static void assertKept(String name, String json, Collection<String> wording) throws IOException {
    compare(name, json, wording, "What a version recorded is no longer read as it was. ");
  }

  private static void compare(String name, String json, Collection<String> wording, String hint)
      throws IOException {
    JsonNode actual = MAPPER.readTree(json);
    Files.writeString(Golden.made(name), actual.toPrettyString());
    GoldenJson golden = new GoldenJson(wording);
    golden.compare("", MAPPER.readTree(Files.readString(Golden.file(name))), actual);
    assertThat(golden.differences).as(hint + "Golden is " + Golden.file(name)).isEmpty();
  }

  /** JSON as golden files have it. */
  static String withoutWording(String json, Collection<String> wording) throws IOException {
    return withoutWording(MAPPER.readTree(json), wording).toPrettyString() + "\n";
  }

  private static JsonNode withoutWording(JsonNode node, Collection<String> wording) {
    if (node instanceof ObjectNode object) {
      object.fieldNames().forEachRemaining(name -> blank(object, name, wording));
    }
    node.forEach(child -> withoutWording(child, wording));
    return node;
  }

  private static void blank(ObjectNode object, String name, Collection<String> wording) {
    if (wording.contains(name) && object.get(name).isTextual()) {
      object.put(name, "(wording)");
    }
  }

  private void compare(String path, JsonNode golden, JsonNode actual) {
    if (golden.isObject() && actual.isObject()) {
      compareFields(path, golden, actual);
    } else if (golden.isArray() && actual.isArray() && golden.size() == actual.size()) {
      for (int i = 0; i < golden.size(); i++) {
        compare(path + '/' + i, golden.get(i), actual.get(i));
      }
    } else if (!golden.equals(actual)) {
      differences.add(path + " was " + inShort(golden) + " and is " + inShort(actual));
    }
  }

  private void compareFields(String path, JsonNode golden, JsonNode actual) {
    List<String> before = names(golden);
    List<String> now = names(actual);
    now.retainAll(before);
    // In JSON the order of fields has no meaning.
    if (now.size() < before.size()) {
      differences.add(path + " had the fields " + before + " and has of them " + now);
    }
    for (String name : now) {
      if (!wording.contains(name)) {
        compare(path + '/' + name, golden.get(name), actual.get(name));
      } else if (golden.get(name).isTextual() && actual.get(name).asText().isBlank()) {
        differences.add(path + '/' + name + " says nothing");
      }
    }
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String inShort(JsonNode node) {
    return node.isArray() ? "an array of " + node.size() : node.toString();
  }
}
