package dev.rollcall.golden;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** XML and recordings as lines of text, without what is of no account. */
final class Outline {
  private Outline() {}

  /** The elements with their attributes; the text and some attributes are left out. */
  static String ofXml(String xml, Set<String> wording) throws Exception {
    StringBuilder lines = new StringBuilder();
    outline(
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getDocumentElement(),
        "",
        wording,
        lines);
    return lines.toString();
  }

  private static void outline(
      Element element, String indent, Collection<String> wording, StringBuilder lines) {
    lines.append(indent).append(element.getTagName());
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Node attribute = attributes.item(i);
      String value = attribute.getNodeValue();
      lines.append(' ').append(attribute.getNodeName()).append('=');
      lines.append(wording.contains(attribute.getNodeName()) ? "(wording)" : value);
    }
    Node first = element.getFirstChild();
    if (wording.isEmpty() && first != null && first.getNextSibling() == null) {
      lines.append(": ").append(element.getTextContent());
    }
    lines.append('\n');
    for (Node child = first; child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        outline(inner, indent + "  ", wording, lines);
      }
    }
  }

  /** The events with their fields and stacks, in the order of the file. */
  static String ofRecording(Path file) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      lines.append(event.getEventType().getName());
      for (ValueDescriptor field : event.getFields()) {
        lines.append(' ').append(field.getName()).append('=').append(value(event, field));
      }
      lines.append('\n');
    }
    return lines.toString();
  }

  private static String value(RecordedEvent event, ValueDescriptor field) {
    Object value = event.getValue(field.getName());
    if (field.getName().equals("stackTrace") && event.getStackTrace() != null) {
      return event.getStackTrace().getFrames().stream()
          .map(
              frame ->
                  frame.getMethod().getType().getName()
                      + '.'
                      + frame.getMethod().getName()
                      + ':'
                      + frame.getLineNumber())
          .collect(joining(";"));
    }
    if (value instanceof RecordedThread thread) {
      // One without an id has 0 on some JDKs, and -1 on others.
      return thread.getJavaName() + '#' + Math.max(0, thread.getJavaThreadId());
    }
    return value instanceof RecordedClass type ? type.getName() : String.valueOf(value);
  }
}
