package dev.rollcall.report.jfr;

import dev.rollcall.reader.chunk.MetadataEvent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a chunk says of its types: a tree of elements with attributes, whose words are in a table.
 *
 * <p>async-profiler's converter reads the fields of an event, a thread, a class, a method and a
 * stack trace by their place, so their order is that of async-profiler's own recordings.
 */
final class Metadata {
  private static final Set<Type> EVENTS =
      EnumSet.of(Type.MALLOC, Type.FREE, Type.LEAKED, Type.OPEN);

  private final Map<String, Integer> words = new LinkedHashMap<>();

  private Metadata() {}

  /** The event that describes the types of events and all others; {@code duration} in ticks. */
  static byte[] event(long duration, Set<Type> events) {
    Metadata metadata = new Metadata();
    Encoder tree = new Encoder();
    metadata.write(tree, root(events));
    Encoder event = new Encoder().numbers(MetadataEvent.begin(duration, metadata.words.size()));
    metadata.words.keySet().forEach(event::text);
    return event.all(tree).event();
  }

  private void write(Encoder out, Element element) {
    out.number(word(element.name));
    out.number(element.attributes.size());
    element.attributes.forEach((key, value) -> out.numbers(word(key), word(value)));
    out.number(element.children.size());
    element.children.forEach(child -> write(out, child));
  }

  private int word(String word) {
    Integer known = words.putIfAbsent(word, words.size());
    return known == null ? words.size() - 1 : known;
  }

  private static final class Element {
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Element> children = new ArrayList<>();

    Element(String name) {
      this.name = name;
    }

    Element with(String key, String value) {
      attributes.put(key, value);
      return this;
    }

    Element with(Element... more) {
      children.addAll(List.of(more));
      return this;
    }
  }

  private static Element root(Set<Type> events) {
    Element types = new Element("metadata");
    for (Type type : Type.values()) {
      if (!EVENTS.contains(type) || events.contains(type)) {
        types.with(type(type));
      }
    }
    Element region = new Element("region").with("locale", "en_US").with("gmtOffset", "0");
    return new Element("root").with(types, region);
  }

  private static Element type(Type type) {
    Element element =
        new Element("class").with("name", type.typeName()).with("id", Integer.toString(type.id()));
    return switch (type) {
      case BOOLEAN, INT, LONG, STRING -> element;
      case CLASS ->
          element.with(
              constant("classLoader", Type.CLASS_LOADER),
              constant("name", Type.SYMBOL),
              constant("package", Type.PACKAGE),
              field("modifiers", Type.INT));
      case THREAD ->
          element.with(
              field("osName", Type.STRING),
              field("osThreadId", Type.LONG),
              field("javaName", Type.STRING),
              field("javaThreadId", Type.LONG));
      case CLASS_LOADER ->
          element.with(constant("type", Type.CLASS), constant("name", Type.SYMBOL));
      case PACKAGE -> element.with(constant("name", Type.SYMBOL));
      case SYMBOL -> element.with("simpleType", "true").with(field("string", Type.STRING));
      case METHOD ->
          element.with(
              constant("type", Type.CLASS),
              constant("name", Type.SYMBOL),
              constant("descriptor", Type.SYMBOL),
              field("modifiers", Type.INT),
              field("hidden", Type.BOOLEAN));
      case FRAME_TYPE -> element.with("simpleType", "true").with(field("description", Type.STRING));
      case STACK_FRAME ->
          element.with(
              constant("method", Type.METHOD),
              field("lineNumber", Type.INT),
              field("bytecodeIndex", Type.INT),
              constant("type", Type.FRAME_TYPE));
      case STACK_TRACE ->
          element.with(
              field("truncated", Type.BOOLEAN),
              field("frames", Type.STACK_FRAME).with("dimension", "1"));
      case MALLOC ->
          event(element, "Resource Registered", "address")
              .with(field("size", Type.LONG).with(annotation(Type.LABEL, "Resources")));
      case FREE -> event(element, "Resource Released", "address");
      case LEAKED -> resource(element, "Leaked Resource");
      case OPEN -> resource(element, "Open Resource");
      case LABEL, TIMESTAMP -> annotationType(element).with(field("value", Type.STRING));
      case CATEGORY ->
          annotationType(element).with(field("value", Type.STRING).with("dimension", "1"));
      case CONTENT_TYPE -> annotationType(element);
      case MEMORY_ADDRESS ->
          annotationType(element)
              .with(new Element("annotation").with("class", id(Type.CONTENT_TYPE)));
    };
  }

  private static Element resource(Element element, String label) {
    return event(element, label, "resourceId")
        .with(
            constant("resourceType", Type.CLASS).with(annotation(Type.LABEL, "Resource Type")),
            field("fingerprint", Type.STRING).with(annotation(Type.LABEL, "Fingerprint")),
            field("description", Type.STRING).with(annotation(Type.LABEL, "Description")));
  }

  /** An event with a resource id, by the name that its reader expects. */
  private static Element event(Element element, String label, String id) {
    return element
        .with("superType", "jdk.jfr.Event")
        .with(
            annotation(Type.LABEL, label),
            new Element("annotation").with("class", id(Type.CATEGORY)).with("value-0", "Rollcall"),
            field("startTime", Type.LONG).with(annotation(Type.TIMESTAMP, "TICKS")),
            constant("eventThread", Type.THREAD),
            constant("stackTrace", Type.STACK_TRACE),
            field(id, Type.LONG)
                .with(
                    annotation(Type.LABEL, "Resource Id"),
                    new Element("annotation").with("class", id(Type.MEMORY_ADDRESS))));
  }

  private static Element annotationType(Element element) {
    return element.with("superType", "java.lang.annotation.Annotation");
  }

  private static Element annotation(Type type, String value) {
    return new Element("annotation").with("class", id(type)).with("value", value);
  }

  private static Element field(String name, Type type) {
    return new Element("field").with("name", name).with("class", id(type));
  }

  /** A field that holds the number of a constant. */
  private static Element constant(String name, Type type) {
    return field(name, type).with("constantPool", "true");
  }

  private static String id(Type type) {
    return Integer.toString(type.id());
  }
}
