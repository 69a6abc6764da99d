package dev.rollcall.agents.suites;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * How each test ended, from JUnit's XML reports.
 *
 * @param ends by the test: its name, a tab, and JUnit's unique id, since tests may share a name
 */
record TestResults(Map<String, End> ends) {
  /** How a test ended. */
  enum End {
    PASSED,
    FAILED,
    SKIPPED
  }

  private static final Pattern UNIQUE_ID = Pattern.compile("unique-id: (\\S.*)");

  static TestResults read(Path directory) throws IOException {
    Map<String, End> ends = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "TEST-*.xml")) {
      for (Path file : files) {
        read(file, ends);
      }
    }
    return new TestResults(ends);
  }

  private static void read(Path file, Map<String, End> ends) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try (InputStream content = Files.newInputStream(file)) {
      XMLStreamReader xml = factory.createXMLStreamReader(content);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("testcase")) {
          readTest(xml, ends);
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(file + " is no report of JUnit: " + e.getMessage(), e);
    }
  }

  private static void readTest(XMLStreamReader xml, Map<String, End> ends)
      throws XMLStreamException {
    String name =
        xml.getAttributeValue(null, "classname") + "." + xml.getAttributeValue(null, "name");
    String id = name;
    End end = End.PASSED;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("testcase")) {
        break;
      }
      if (event == XMLStreamReader.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "failure", "error" -> end = End.FAILED;
          case "skipped" -> end = End.SKIPPED;
          default -> {}
        }
      } else if (event == XMLStreamReader.CDATA || event == XMLStreamReader.CHARACTERS) {
        Matcher matcher = UNIQUE_ID.matcher(xml.getText());
        if (matcher.find() && id.equals(name)) {
          id = name + "\t" + matcher.group(1).strip();
        }
      }
    }
    ends.put(id, end);
  }

  long count(End end) {
    return ends.values().stream().filter(end::equals).count();
  }

  boolean passes(String test) {
    return ends.get(test) == End.PASSED;
  }
}
