import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Fails unless the bill of materials of each jar names what is in it and nothing else; that of the
 * jar that programs use names what its module requires. The argument is the path of the jars up to
 * their classifiers. Libraries are found on the class path, by the hashes in the bills.
 */
public final class CheckSbom {
  private static final String OURS = "dev/rollcall/";
  private static final String PAGE = "dev/rollcall/report/html/lib/";

  private final Path jar;
  private final JsonNode bom;
  private final Map<String, Path> libraries;

  private CheckSbom(String path, Map<String, Path> libraries) throws IOException {
    this.jar = Path.of(path + ".jar");
    this.bom = new ObjectMapper().readTree(new File(path + "-cyclonedx.json"));
    this.libraries = libraries;
  }

  public static void main(String... arguments) throws Exception {
    Map<String, Path> libraries = new HashMap<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      libraries.put(hash(Path.of(entry)), Path.of(entry));
    }
    new CheckSbom(arguments[0], libraries).isNeeded();
    new CheckSbom(arguments[0] + "-cli", libraries).isInside();
    new CheckSbom(arguments[0] + "-agent", libraries).isInside();
    new CheckSbom(arguments[0] + "-jmc", libraries).isInside();
  }

  private static String hash(Path file) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
  }

  private static String sha256(JsonNode component) {
    for (JsonNode hash : component.path("hashes")) {
      if (hash.path("alg").asText().equals("SHA-256")) {
        return hash.path("content").asText();
      }
    }
    return "";
  }

  private void check(boolean right, String what) {
    if (!right) {
      System.err.println(
          "release: the bill of materials of " + jar.getFileName() + " " + what + ".");
      System.exit(1);
    }
  }

  private static Set<String> classes(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      return jar.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".class") && !name.endsWith("module-info.class"))
          // Where the agent has them.
          .map(name -> name.replaceFirst("^dev/rollcall/javaagent/asm/", "org/objectweb/asm/"))
          .map(name -> name.replaceFirst("^dev/rollcall/javaagent/slf4j/", "org/slf4j/"))
          .collect(toCollection(TreeSet::new));
    }
  }

  /** The classes in the jar that are not ours. */
  private Set<String> foreign() throws Exception {
    check(sha256(bom.path("metadata").path("component")).equals(hash(jar)), "is of another jar");
    Set<String> classes = classes(jar);
    classes.removeIf(name -> name.startsWith(OURS));
    return classes;
  }

  private void checkNamed(Set<String> unnamed) {
    check(
        unnamed.isEmpty(),
        "does not name the library of " + unnamed.stream().findFirst().orElse(""));
  }

  /** The library that a component names. */
  private Path library(JsonNode component) {
    Path library = libraries.get(sha256(component));
    check(library != null, "names a " + component.path("name") + " that it was not built with");
    return library;
  }

  /** The components that Maven brings. */
  private List<JsonNode> ofMaven() {
    List<JsonNode> components = new ArrayList<>();
    for (JsonNode component : bom.path("components")) {
      if (component.path("purl").asText().startsWith("pkg:maven/")) {
        components.add(component);
      }
    }
    return components;
  }

  /** The others are what the page of a report draws with, if the jar has that, and all of it. */
  private void isPageNamed() throws IOException {
    Set<String> inside = new TreeSet<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      ZipEntry list = file.getEntry(PAGE + "libraries.txt");
      if (list != null) {
        String lines = new String(file.getInputStream(list).readAllBytes(), UTF_8);
        for (String line : lines.split("\n")) {
          if (!line.startsWith("#")) {
            String[] library = line.split(" ");
            check(
                file.getEntry(PAGE + library[0] + "/LICENSE") != null,
                "is of a jar without the licence of " + library[1]);
            inside.add(library[4]);
          }
        }
      }
    }
    Set<String> named = new TreeSet<>();
    for (JsonNode component : bom.path("components")) {
      named.add(component.path("purl").asText());
    }
    named.removeIf(purl -> purl.startsWith("pkg:maven/"));
    check(named.equals(inside), "names " + named + " instead of " + inside + " of the page");
  }

  /** What the jar holds of others is named, and what is named is in the jar. */
  private void isInside() throws Exception {
    Set<String> foreign = foreign();
    isPageNamed();
    for (JsonNode component : ofMaven()) {
      check(
          foreign.removeAll(classes(library(component))),
          "names " + component.path("name") + ", which is not in it");
    }
    checkNamed(foreign);
    System.err.println(jar.getFileName() + ": " + bom.path("components").size() + " libraries");
  }

  /** The jar holds nothing of others, and what its module requires is named. */
  private void isNeeded() throws Exception {
    checkNamed(foreign());
    isPageNamed();
    Set<String> named = new TreeSet<>();
    for (JsonNode component : ofMaven()) {
      ModuleFinder.of(library(component)).findAll().stream()
          .map(module -> module.descriptor().name())
          .forEach(named::add);
    }
    Set<String> required =
        ModuleFinder.of(jar).findAll().iterator().next().descriptor().requires().stream()
            .filter(need -> !need.modifiers().contains(Requires.Modifier.STATIC))
            .map(Requires::name)
            .filter(name -> !name.startsWith("java."))
            .collect(toCollection(TreeSet::new));
    check(named.equals(required), "names " + named + " instead of " + required);
    System.err.println(jar.getFileName() + ": needs " + named);
  }
}
