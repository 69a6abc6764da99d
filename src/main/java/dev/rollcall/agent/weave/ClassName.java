package dev.rollcall.agent.weave;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Another name for a class, in its class file. ASM does this too, and takes five times as long. */
final class ClassName {
  private static final int UTF8 = 1;

  private ClassName() {}

  /**
   * The class file with one of its texts changed, wherever it stands alone.
   *
   * @throws IOException if it is no class file
   */
  static byte[] changed(byte[] classFile, String from, String to) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(classFile.length + to.length());
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(in.readLong()); // magic number and version
    int count = in.readUnsignedShort();
    out.writeShort(count);
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      out.writeByte(tag);
      if (tag == UTF8) {
        String text = in.readUTF();
        out.writeUTF(text.equals(from) ? to : text);
      } else {
        out.write(in.readNBytes(Mentions.size(tag) - 1));
        if (Mentions.isWide(tag)) {
          i++;
        }
      }
    }
    in.transferTo(out);
    return bytes.toByteArray();
  }
}
