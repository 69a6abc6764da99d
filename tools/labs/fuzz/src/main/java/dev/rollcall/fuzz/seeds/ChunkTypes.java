package dev.rollcall.fuzz.seeds;

import dev.rollcall.reader.chunk.CompressedNumber;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The types of a chunk, as its metadata has them: what they are called, what the fields of each
 * are, and the metadata of some of them only.
 */
final class ChunkTypes {
  /** Annotations that only people read. */
  private static final Set<String> FOR_PEOPLE =
      Set.of("jdk.jfr.Label", "jdk.jfr.Description", "jdk.jfr.Category");

  private final List<String> words = new ArrayList<>();
  private final Map<Long, Element> types = new HashMap<>();
  private final Element root;

  /** A field of a type. */
  record Field(String name, long type, boolean constant, boolean array) {
    private static Field of(Element field) {
      return new Field(
          field.attribute("name"),
          Long.parseLong(field.attribute("class")),
          "true".equals(field.attribute("constantPool")),
          "1".equals(field.attribute("dimension")));
    }
  }

  private record Element(String name, Map<String, String> attributes, List<Element> children) {
    String attribute(String key) {
      return attributes.getOrDefault(key, "");
    }

    long id(String key) {
      return Long.parseLong(attribute(key));
    }
  }

  /** Reads the metadata that the buffer stands at. */
  ChunkTypes(ByteBuffer metadata) {
    for (int i = 0; i < 5; i++) {
      CompressedNumber.read(metadata);
    }
    long strings = CompressedNumber.read(metadata);
    for (long i = 0; i < strings; i++) {
      words.add(Values.text(metadata));
    }
    root = element(metadata);
    for (Element top : root.children()) {
      for (Element type : top.children()) {
        if (type.name().equals("class")) {
          types.put(type.id("id"), type);
        }
      }
    }
  }

  private Element element(ByteBuffer in) {
    String name = words.get((int) CompressedNumber.read(in));
    Map<String, String> attributes = new HashMap<>();
    for (long left = CompressedNumber.read(in); left > 0; left--) {
      String key = words.get((int) CompressedNumber.read(in));
      attributes.put(key, words.get((int) CompressedNumber.read(in)));
    }
    List<Element> children = new ArrayList<>();
    for (long left = CompressedNumber.read(in); left > 0; left--) {
      children.add(element(in));
    }
    return new Element(name, attributes, children);
  }

  private Element type(long id) {
    return Objects.requireNonNull(types.get(id), () -> "there is no type " + id);
  }

  String name(long type) {
    Element found = types.get(type);
    return found == null ? "" : found.attribute("name");
  }

  List<Field> fields(long type) {
    return type(type).children().stream()
        .filter(child -> child.name().equals("field"))
        .map(Field::of)
        .toList();
  }

  /** The types whose names are wanted, with all that they consist of. */
  Set<Long> closure(Predicate<String> wanted) {
    Set<Long> found = new HashSet<>();
    Deque<Element> left = new ArrayDeque<>();
    types.values().stream().filter(type -> wanted.test(type.attribute("name"))).forEach(left::add);
    while (!left.isEmpty()) {
      Element next = left.remove();
      if (next.name().equals("class") && !found.add(next.id("id"))) {
        continue;
      }
      if (!next.attribute("class").isEmpty()) {
        left.add(type(next.id("class")));
      }
      next.children().stream().filter(this::isOfUse).forEach(left::add);
    }
    return found;
  }

  private boolean isOfUse(Element part) {
    boolean annotation = part.name().equals("annotation");
    return (annotation || part.name().equals("field"))
        && !(annotation && FOR_PEOPLE.contains(name(part.id("class"))));
  }

  /** The event that describes some types. */
  byte[] metadata(Set<Long> kept) {
    Map<String, Integer> table = new LinkedHashMap<>();
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    write(root, kept, table, tree);
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    for (long number : new long[] {0, 0, 0, 1, table.size()}) {
      CompressedNumber.write(number, event);
    }
    table.keySet().forEach(word -> Values.write(word, event));
    event.writeBytes(tree.toByteArray());
    return Values.event(event.toByteArray());
  }

  private void write(
      Element element, Set<Long> kept, Map<String, Integer> table, ByteArrayOutputStream out) {
    List<Element> children =
        element.children().stream()
            .filter(child -> !child.name().equals("class") || kept.contains(child.id("id")))
            .filter(child -> !element.name().equals("class") || isOfUse(child))
            .filter(child -> !element.name().equals("field") || isOfUse(child))
            .toList();
    CompressedNumber.write(index(element.name(), table), out);
    CompressedNumber.write(element.attributes().size(), out);
    element
        .attributes()
        .forEach(
            (key, value) -> {
              CompressedNumber.write(index(key, table), out);
              CompressedNumber.write(index(value, table), out);
            });
    CompressedNumber.write(children.size(), out);
    children.forEach(child -> write(child, kept, table, out));
  }

  private static int index(String word, Map<String, Integer> table) {
    Integer known = table.putIfAbsent(word, table.size());
    return known == null ? table.size() - 1 : known;
  }
}
