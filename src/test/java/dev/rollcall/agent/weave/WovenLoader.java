package dev.rollcall.agent.weave;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Defines classes that the weaver has woven, which tell {@link Told}; the JVM verifies them. */
final class WovenLoader extends ClassLoader {
  private static final String TOLD = Told.class.getName().replace('.', '/');
  private final Map<String, byte[]> classes = new HashMap<>();

  WovenLoader() {
    super(WovenLoader.class.getClassLoader());
  }

  /** The class file of a class. */
  static byte[] classFile(Class<?> type) throws IOException {
    try (InputStream in =
        type.getClassLoader().getResourceAsStream(type.getName().replace('.', '/') + ".class")) {
      return in.readAllBytes();
    }
  }

  /** The same class in a class file of another version. */
  static byte[] ofVersion(byte[] classFile, int version) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visit(
              int any, int access, String name, String signature, String above, String[] others) {
            super.visit(version, access, name, signature, above, others);
          }
        },
        version < Opcodes.V1_6 ? ClassReader.SKIP_FRAMES : 0);
    return writer.toByteArray();
  }

  /** Adds a woven class, and has it call {@link Told}. */
  WovenLoader with(String name, byte[] woven) throws IOException {
    classes.put(name, ClassName.changed(woven, BridgeDoor.NAME, TOLD));
    return this;
  }

  /** A class that is woven, loaded, linked and so verified. */
  static Class<?> woven(byte[] classFile, Point... points)
      throws IOException, ClassNotFoundException {
    WeavingResult result = Weaver.weave(classFile, List.of(points));
    if (result.bytes() == null) {
      throw new AssertionError("left alone: " + result.missing());
    }
    String name = new ClassReader(classFile).getClassName().replace('/', '.');
    Class<?> type = new WovenLoader().with(name, result.bytes()).loadClass(name);
    link(type);
    return type;
  }

  /** Has the JVM verify a class: whoever asks for its methods gets a linked one. */
  static void link(Class<?> type) {
    int unused = type.getDeclaredMethods().length;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      byte[] own = classes.remove(name);
      return own == null ? super.loadClass(name, resolve) : defineClass(name, own, 0, own.length);
    }
  }
}
