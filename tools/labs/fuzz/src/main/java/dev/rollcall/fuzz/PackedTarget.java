package dev.rollcall.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.rollcall.cli.Ran;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Bytes that are packed, or look like it. Unless they are a recording, the tool says that they are
 * none, soon, whatever comes out. A bomb does not go off.
 */
public final class PackedTarget {
  private static final int CLEAN = 0;
  private static final int REPEATED = 4_000;

  private PackedTarget() {}

  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      return;
    }
    Path file = Scratch.file("packed.jfr", packed(bytes));
    Must.beQuick(
        () -> {
          Ran ran = Ran.of("report", file.toString());
          Must.hold(ran.code() > CLEAN || isRecording(bytes), () -> "packed, and yet clean");
          Must.beHarmless(ran.out() + ran.err());
          Must.hold(!ran.err().contains("this is a bug"), ran::err);
        });
  }

  /** Whether something may be read from it. */
  private static boolean isRecording(byte[] bytes) {
    return new String(bytes, ISO_8859_1).contains("FLR\0");
  }

  /** The first byte says how. */
  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (bytes[0] & 15) {
      case 0 -> write(new GZIPOutputStream(out), bytes, 1);
      case 1 -> write(new GZIPOutputStream(out), bytes, REPEATED);
      case 2 -> write(new DeflaterOutputStream(out, new Deflater(0)), bytes, 1);
      case 3 -> zip(out, "recording.jfr", bytes);
      case 4 -> {
        out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0});
        out.writeBytes(bytes);
      }
      case 5 -> {
        // An archive whose list is what the bytes say.
        zip(out, "recording.jfr", bytes);
        byte[] archive = out.toByteArray();
        for (int i = 1; i + 1 < bytes.length; i += 2) {
          archive[(bytes[i] & 0xff) * archive.length / 256] = bytes[i + 1];
        }
        return archive;
      }
      case 6 -> {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        write(new GZIPOutputStream(inner), bytes, REPEATED);
        zip(out, "recording.jfr.gz", inner.toByteArray());
      }
      case 7 -> {
        out.writeBytes(new byte[] {'(', (byte) 0xb5, '/', (byte) 0xfd});
        out.writeBytes(bytes);
      }
      case 8 -> lz4(out, bytes, 0);
      default -> lz4(out, bytes, 1 << 31);
    }
    return out.toByteArray();
  }

  private static void zip(ByteArrayOutputStream out, String name, byte[] bytes) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.putNextEntry(new ZipEntry(name));
    write(zip, bytes, 1);
  }

  /** A frame of LZ4 with one block, of which a bit says whether it is packed. */
  private static void lz4(ByteArrayOutputStream out, byte[] bytes, int asItIs) {
    out.writeBytes(new byte[] {4, 0x22, 0x4d, 0x18, 0x60, 0x40, (byte) 0x82});
    out.writeBytes(little(bytes.length | asItIs));
    out.writeBytes(bytes);
    out.writeBytes(little(0));
  }

  private static void write(OutputStream to, byte[] bytes, int times) throws IOException {
    try (to) {
      for (int i = 0; i < times; i++) {
        to.write(bytes);
      }
    }
  }

  private static byte[] little(int number) {
    return new byte[] {
      (byte) number, (byte) (number >> 8), (byte) (number >> 16), (byte) (number >> 24)
    };
  }
}
