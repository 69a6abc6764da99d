import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Completes the bills of materials: cyclonedx-maven-plugin knows the project, and not its jars. The
 * argument is the path of the jars up to their classifiers.
 */
public final class Sbom {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final Path PAGE_LIBRARIES =
      Path.of("src/main/resources/dev/rollcall/report/html/lib/libraries.txt");

  private Sbom() {}

  public static void main(String... arguments) throws Exception {
    for (String classifier : new String[] {"", "-cli", "-agent", "-jmc"}) {
      Path file = Path.of(arguments[0] + classifier + "-cyclonedx.json");
      ObjectNode bom = (ObjectNode) MAPPER.readTree(file.toFile());
      if (classifier.isEmpty()) {
        dropOptional(bom);
      } else if (classifier.equals("-cli")) {
        // One is the agent's, of one there is Jackson itself, and annotations are only compiled
        // with.
        retain(bom, name -> !Set.of("asm", "parquet-jackson", "jspecify").contains(name));
      } else if (classifier.equals("-agent")) {
        retain(bom, Set.of("asm", "slf4j-api")::contains);
      } else {
        addShaded(bom, Path.of(arguments[0] + "-cli-cyclonedx.json"));
      }
      if (classifier.isEmpty() || classifier.equals("-cli")) {
        addPage(bom);
      }
      // What is in a jar, or cannot be left out.
      bom.path("components").forEach(one -> ((ObjectNode) one).put("scope", "required"));
      name(bom, classifier, Files.readAllBytes(Path.of(arguments[0] + classifier + ".jar")));
      Files.writeString(file, named(bom, classifier).toPrettyString() + "\n");
    }
  }

  /** Adds what the page of a report has in it: Maven knows it as files, not as libraries. */
  private static void addPage(ObjectNode bom) throws Exception {
    for (String line : Files.readAllLines(PAGE_LIBRARIES)) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] library = line.split(" ");
      ObjectNode component = bom.withArray("components").addObject();
      component.put("type", "library").put("bom-ref", library[4]);
      component.put("name", library[1]).put("version", library[2]).put("purl", library[4]);
      component.putArray("licenses").addObject().putObject("license").put("id", library[3]);
      bom.withArray("dependencies").addObject().put("ref", library[4]).putArray("dependsOn");
      for (JsonNode node : bom.path("dependencies")) {
        if (ref(node, "ref").equals(ref(bom.path("metadata").path("component"), "bom-ref"))) {
          ((ObjectNode) node).withArray("dependsOn").add(library[4]);
        }
      }
    }
  }

  /** Leaves what a program needs: what is optional for it, only the tool or an adapter needs. */
  private static void dropOptional(ObjectNode bom) {
    Map<String, JsonNode> needs = new HashMap<>();
    bom.path("dependencies").forEach(node -> needs.put(ref(node, "ref"), node.path("dependsOn")));
    Set<String> optional = new HashSet<>();
    for (JsonNode component : bom.path("components")) {
      if (component.path("scope").asText().equals("optional")) {
        optional.add(ref(component, "bom-ref"));
      }
    }
    String self = ref(bom.path("metadata").path("component"), "bom-ref");
    Set<String> kept = new HashSet<>();
    keep(self, needs, optional, kept);
    retain(bom, kept);
  }

  private static void retain(ObjectNode bom, Set<String> kept) {
    retain(bom.withArray("components"), "bom-ref", kept);
    retain(bom.withArray("dependencies"), "ref", kept);
    for (JsonNode dependency : bom.path("dependencies")) {
      ArrayNode on = ((ObjectNode) dependency).withArray("dependsOn");
      on.removeIf(ref -> !kept.contains(ref.asText()));
    }
  }

  /** Leaves the libraries of some names. */
  private static void retain(ObjectNode bom, Predicate<String> isNamed) {
    Set<String> kept = new HashSet<>();
    kept.add(ref(bom.path("metadata").path("component"), "bom-ref"));
    for (JsonNode component : bom.path("components")) {
      if (isNamed.test(component.path("name").asText())) {
        kept.add(ref(component, "bom-ref"));
      }
    }
    retain(bom, kept);
  }

  /** Adds the one library that the plug-in brings; Mission Control has the others. */
  private static void addShaded(ObjectNode bom, Path ofCli) throws Exception {
    for (JsonNode component : MAPPER.readTree(ofCli.toFile()).path("components")) {
      if (component.path("name").asText().equals("HdrHistogram")) {
        String ref = ref(component, "bom-ref");
        String self = ref(bom.path("metadata").path("component"), "bom-ref");
        bom.withArray("components").add(component);
        for (JsonNode node : bom.withArray("dependencies")) {
          if (ref(node, "ref").equals(self)) {
            ((ObjectNode) node).withArray("dependsOn").add(ref);
          }
        }
        bom.withArray("dependencies").addObject().put("ref", ref).putArray("dependsOn");
      }
    }
  }

  private static void keep(
      String ref, Map<String, JsonNode> needs, Set<String> optional, Set<String> kept) {
    if (!optional.contains(ref) && kept.add(ref)) {
      needs.get(ref).forEach(next -> keep(next.asText(), needs, optional, kept));
    }
  }

  private static void retain(ArrayNode nodes, String key, Set<String> kept) {
    nodes.removeIf(node -> !kept.contains(ref(node, key)));
  }

  private static String ref(JsonNode node, String key) {
    return node.path(key).asText();
  }

  /** Adds the hash of the jar, and a number for the bill of this very jar. */
  private static void name(ObjectNode bom, String classifier, byte[] jar) throws Exception {
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar));
    ObjectNode component = (ObjectNode) bom.path("metadata").path("component");
    component.putArray("hashes").addObject().put("alg", "SHA-256").put("content", hash);
    byte[] seed = (classifier + hash).getBytes(StandardCharsets.UTF_8);
    bom.put("serialNumber", "urn:uuid:" + UUID.nameUUIDFromBytes(seed));
  }

  /** The bill with the classifier in the jar's address, wherever it is named. */
  private static JsonNode named(ObjectNode bom, String classifier) throws Exception {
    String self = ref(bom.path("metadata").path("component"), "bom-ref");
    String named =
        classifier.isEmpty()
            ? self
            : self.replace("?", "?classifier=" + classifier.substring(1) + "&");
    return MAPPER.readTree(bom.toString().replace('"' + self + '"', '"' + named + '"'));
  }
}
