package dev.rollcall.mutants;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.commons.AnalyzerAdapter;

/** The jar of the {@link Agent}: its classes alone, so that no other class of the tests is seen. */
final class AgentJar {
  private static final List<String> CLASSES =
      List.of(
          "Agent",
          "CallVisitor",
          "CallVisitor$Call",
          "CallVisitor$Calls",
          "CountingVisitor",
          "Coverage",
          "ReleaseCall",
          "Share",
          "Site",
          "Skip",
          "SkippingVisitor",
          "Subject");

  private AgentJar() {}

  /** Writes it. */
  static Path write(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", Agent.class.getName());
    attributes.putValue(
        "Class-Path", location(ClassReader.class) + " " + location(AnalyzerAdapter.class));
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (String name : CLASSES) {
        out.putNextEntry(new JarEntry("dev/rollcall/mutants/" + name + ".class"));
        try (InputStream in = Agent.class.getResourceAsStream(name + ".class")) {
          if (in == null) {
            throw new IOException("there is no class " + name + " to put into " + jar);
          }
          in.transferTo(out);
        }
      }
    }
    return jar;
  }

  private static URL location(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }
}
