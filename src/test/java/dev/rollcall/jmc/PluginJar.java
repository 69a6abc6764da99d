package dev.rollcall.jmc;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** The plug-in for Mission Control as it was packed: its entries, and which classes they name. */
record PluginJar(
    Path path, Manifest manifest, Set<String> entries, Map<String, Set<String>> classes) {
  private static final String CLASS = ".class";

  static PluginJar read() throws IOException {
    Path path = Path.of(Objects.requireNonNull(System.getProperty("rollcall.plugin")));
    Set<String> entries = new HashSet<>();
    Map<String, Set<String>> classes = new HashMap<>();
    try (JarFile jar = new JarFile(path.toFile())) {
      Enumeration<JarEntry> all = jar.entries();
      while (all.hasMoreElements()) {
        JarEntry entry = all.nextElement();
        entries.add(entry.getName());
        if (entry.getName().endsWith(CLASS)) {
          try (InputStream bytes = jar.getInputStream(entry)) {
            String name = entry.getName();
            classes.put(name.substring(0, name.length() - CLASS.length()), named(bytes));
          }
        }
      }
      return new PluginJar(path, jar.getManifest(), entries, classes);
    }
  }

  /** Mission Control's own jars, and what those need. */
  static List<Path> missionControl() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(
            jar ->
                jar.getFileName()
                    .toString()
                    .matches(
                        "(common|flightrecorder|flightrecorder[.]rules|lz4-java|encoder)-[0-9.]+[.]jar"))
        .toList();
  }

  /** All classes that a class names, but for annotations, which may be absent. */
  private static Set<String> named(InputStream bytes) throws IOException {
    Set<String> names = new HashSet<>();
    Remapper collector =
        new Remapper(Opcodes.ASM9) {
          @Override
          public String map(String name) {
            if (!name.startsWith("org/jspecify/annotations/")) {
              names.add(name);
            }
            return name;
          }
        };
    new ClassReader(bytes).accept(new ClassRemapper(new ClassWriter(0), collector), 0);
    return names;
  }

  /** The class and all that it needs, directly or not. */
  Set<String> needed(String service) {
    Set<String> needed = new TreeSet<>();
    Deque<String> found = new ArrayDeque<>(List.of(service));
    while (!found.isEmpty()) {
      String next = found.remove();
      if (needed.add(next)) {
        found.addAll(classes.getOrDefault(next, Set.of()));
      }
    }
    return needed;
  }
}
