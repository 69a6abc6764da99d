package dev.rollcall.agents.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Class files of programs, taken to where they are to be run from. */
final class ClassFiles {
  private ClassFiles() {}

  private static String path(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }

  /** Copies the file of a class below a directory. */
  static void copy(Class<?> type, Path directory) throws IOException {
    Path target = directory.resolve(path(type));
    Files.createDirectories(target.getParent());
    Files.copy(Lab.classes().resolve(path(type)), target);
  }

  /**
   * Makes a jar.
   *
   * @param attributes of its manifest
   * @param files by their names within, beside the classes
   */
  static void jar(
      Path jar, Map<String, String> attributes, Map<String, Path> files, Class<?>... types)
      throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.forEach(manifest.getMainAttributes()::putValue);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream written = new JarOutputStream(out, manifest)) {
      for (Class<?> type : types) {
        add(written, path(type), Lab.classes().resolve(path(type)));
      }
      for (Map.Entry<String, Path> file : files.entrySet()) {
        add(written, file.getKey(), file.getValue());
      }
    }
  }

  private static void add(JarOutputStream written, String name, Path file) throws IOException {
    written.putNextEntry(new JarEntry(name));
    Files.copy(file, written);
    written.closeEntry();
  }
}
