package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The labs have a build of their own, which cannot inherit from the product's. */
class LabsTest {
  @Test
  void theyHaveTheVersionsOfTheProduct() throws Exception {
    Element product = pom("pom.xml");
    Map<String, String> expected = texts(child(product, "properties"));
    expected.put("rollcall.version", child(product, "version").getTextContent());

    Map<String, String> versions = texts(child(pom("tools/pom.xml"), "properties"));
    versions.keySet().removeIf(name -> !name.endsWith(".version"));

    assertThat(versions).isNotEmpty();
    assertThat(expected).containsAllEntriesOf(versions);
  }

  private static Element pom(String file) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new File(file))
        .getDocumentElement();
  }

  private static Element child(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeName().equals(name)) {
        return (Element) node;
      }
    }
    throw new AssertionError("there is no " + name);
  }

  private static Map<String, String> texts(Element parent) {
    Map<String, String> texts = new TreeMap<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element) {
        texts.put(node.getNodeName(), node.getTextContent());
      }
    }
    return texts;
  }
}
