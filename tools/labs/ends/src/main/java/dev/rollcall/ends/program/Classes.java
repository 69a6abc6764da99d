package dev.rollcall.ends.program;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Defines classes as large as wanted: of one method, which does nothing for long. */
final class Classes extends ClassLoader {
  private static final int NOP = 0;
  private static final int RETURN = 0xb1;
  private int defined;

  Classes(ClassLoader parent) {
    super(parent);
  }

  Class<?> define(int size) {
    byte[] bytes = bytes("Filler" + defined++, size);
    return defineClass(null, bytes, 0, bytes.length);
  }

  private static byte[] bytes(String name, int size) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(size + 200);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(0xcafebabe);
      out.writeInt(50); // Java 6: its classes need no stack maps
      out.writeShort(8); // constants, from 1
      text(out, name);
      type(out, 1);
      text(out, "java/lang/Object");
      type(out, 3);
      text(out, "run");
      text(out, "()V");
      text(out, "Code");
      out.writeShort(0x21); // public
      out.writeShort(2);
      out.writeShort(4);
      out.writeShort(0); // interfaces
      out.writeShort(0); // fields
      out.writeShort(1); // methods
      out.writeShort(0x9); // public static
      out.writeShort(5);
      out.writeShort(6);
      out.writeShort(1); // attributes
      out.writeShort(7);
      out.writeInt(size + 13);
      out.writeShort(0); // stack
      out.writeShort(0); // locals
      out.writeInt(size + 1);
      for (int i = 0; i < size; i++) {
        out.writeByte(NOP);
      }
      out.writeByte(RETURN);
      out.writeShort(0); // handlers
      out.writeShort(0); // attributes
      out.writeShort(0); // attributes of the class
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    out.writeByte(1);
    out.writeUTF(text);
  }

  private static void type(DataOutputStream out, int name) throws IOException {
    out.writeByte(7);
    out.writeShort(name);
  }
}
