package dev.rollcall.reader.chunk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which event types of a chunk tell of requests, by the event that describes them all: those with
 * fields that are contextual, which the parser does not tell of, and those that are known by name.
 * Nearly all chunks have none, and then the names are not in its bytes; only where one is, the
 * description is taken apart. Of one that is damaged nothing is believed.
 *
 * <p>It is a table of strings, then a tree: each element is a name, pairs of name and value, and
 * its children, all of them numbers of strings.
 */
public final class RequestTypes {
  /** What JDK 25 calls it; libraries for older ones write an annotation of the same name. */
  private static final String CONTEXTUAL = "jdk.jfr.Contextual";

  private static final int LARGEST = 1 << 25;
  private static final int DEEPEST = 16;

  // How a string is encoded.
  private static final int NULL = 0;
  private static final int EMPTY = 1;
  private static final int UTF_8 = 3;
  private static final int CHARACTERS = 4;
  private static final int LATIN_1 = 5;

  private final ByteBuffer bytes;
  private final List<String> strings = new ArrayList<>();

  /** An element of the tree. */
  private record Element(String name, Map<String, String> attributes, List<Element> children) {
    String attribute(String key) {
      return attributes.getOrDefault(key, "");
    }
  }

  private RequestTypes(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /**
   * The event types of a chunk that tell of requests, each with its contextual fields; empty where
   * there are none.
   *
   * @param known the names of types that tell of requests whatever their fields
   */
  public static Map<String, Set<String>> of(
      FileChannel file, long chunk, ChunkHeader header, Set<String> known) throws IOException {
    MetadataEvent event = MetadataEvent.of(file, chunk, header);
    if (!header.compressed()
        || !event.isPossible()
        || event.size() > Math.min(LARGEST, header.size() - header.metadata())) {
      return Map.of();
    }
    byte[] bytes = new byte[(int) event.size()];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int count = 0;
    while (buffer.hasRemaining() && count >= 0) {
      count = file.read(buffer, chunk + header.metadata() + buffer.position());
    }
    if (!has(bytes, CONTEXTUAL) && known.stream().noneMatch(name -> has(bytes, name))) {
      return Map.of();
    }
    try {
      RequestTypes types = new RequestTypes(buffer.flip());
      types.readStrings(event.strings());
      return types.among(types.element(0), known);
    } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
      return Map.of();
    }
  }

  private static boolean has(byte[] bytes, String name) {
    byte[] wanted = name.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i <= bytes.length - wanted.length; i++) {
      int same = 0;
      while (same < wanted.length && bytes[i + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return true;
      }
    }
    return false;
  }

  private void readStrings(long count) {
    bytes.position(0);
    MetadataEvent.skip(bytes);
    for (long i = 0; i < count; i++) {
      strings.add(string());
    }
  }

  private String string() {
    int encoding = bytes.hasRemaining() ? bytes.get() : -1;
    return switch (encoding) {
      case NULL, EMPTY -> "";
      case UTF_8 -> new String(run(), StandardCharsets.UTF_8);
      case LATIN_1 -> new String(run(), StandardCharsets.ISO_8859_1);
      case CHARACTERS -> {
        int length = length();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
          text.append((char) CompressedNumber.read(bytes));
        }
        yield text.toString();
      }
      default -> throw new IllegalArgumentException("no string: " + encoding);
    };
  }

  private byte[] run() {
    byte[] run = new byte[length()];
    bytes.get(run);
    return run;
  }

  /** A number of things of which each has a byte at least. */
  private int length() {
    long length = CompressedNumber.read(bytes);
    if (length < 0 || length > bytes.remaining()) {
      throw new IllegalArgumentException("no length: " + length);
    }
    return (int) length;
  }

  private String text() {
    return strings.get(Math.toIntExact(CompressedNumber.read(bytes)));
  }

  private Element element(int depth) {
    if (depth > DEEPEST || !bytes.hasRemaining()) {
      throw new IllegalArgumentException("no element");
    }
    String name = text();
    Map<String, String> attributes = new HashMap<>();
    for (int i = length(); i > 0; i--) {
      String key = text();
      attributes.put(key, text());
    }
    List<Element> children = new ArrayList<>();
    for (int i = length(); i > 0; i--) {
      children.add(element(depth + 1));
    }
    return new Element(name, attributes, children);
  }

  private Map<String, Set<String>> among(Element root, Set<String> known) {
    List<Element> classes =
        root.children().stream()
            .flatMap(child -> child.children().stream())
            .filter(each -> each.name().equals("class"))
            .toList();
    Set<String> contextual = idsOf(classes, CONTEXTUAL);
    Map<String, Set<String>> found = new LinkedHashMap<>();
    for (Element type : classes) {
      String name = type.attribute("name");
      Set<String> fields = fields(type, contextual);
      if (type.attribute("superType").equals("jdk.jfr.Event")
          && (!fields.isEmpty() || known.contains(name))) {
        found.put(name, fields);
      }
    }
    return found;
  }

  /** There are two where a library has an annotation of that name, and the JDK has it, too. */
  private static Set<String> idsOf(List<Element> classes, String name) {
    return classes.stream()
        .filter(type -> type.attribute("name").equals(name))
        .map(type -> type.attribute("id"))
        .collect(Collectors.toSet());
  }

  private static Set<String> fields(Element type, Set<String> contextual) {
    return type.children().stream()
        .filter(field -> field.name().equals("field"))
        .filter(field -> field.children().stream().anyMatch(each -> is(each, contextual)))
        .map(field -> field.attribute("name"))
        .collect(Collectors.toSet());
  }

  private static boolean is(Element child, Set<String> annotations) {
    return child.name().equals("annotation") && annotations.contains(child.attribute("class"));
  }
}
