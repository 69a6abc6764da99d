package dev.rollcall.reader.packed;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;

/** Ways in which recordings are packed. */
public enum Packer {
  GZIP(".jfr.gz", 1),
  GZIP_MEMBERS(".jfr.gz", 3),
  LZ4(".jfr.lz4", 1),
  LZ4_FRAMES(".jfr.lz4", 3),
  ZSTANDARD(".jfr.zst", 1),
  ZSTANDARD_FRAMES(".jfr.zst", 3),
  ZIP(".zip", 1),
  ZIP_OF_GZIP(".zip", 1),
  ZIP_OF_LZ4(".zip", 1),
  ZIP_OF_ZSTANDARD(".zip", 1);

  private final String ending;
  private final int parts;

  Packer(String ending, int parts) {
    this.ending = ending;
    this.parts = parts;
  }

  /** How names end of what is packed so. */
  public String ending() {
    return ending;
  }

  /** Whether it makes an archive. */
  public boolean isArchive() {
    return ending.equals(".zip");
  }

  /** Packs something; in an archive it has the name {@code app} and an ending. */
  public byte[] pack(byte[] bytes) throws IOException {
    return switch (this) {
      case ZIP -> zip("app.jfr", bytes);
      case ZIP_OF_GZIP -> zip("app.jfr.gz", GZIP.pack(bytes));
      case ZIP_OF_LZ4 -> zip("app.jfr.lz4", LZ4.pack(bytes));
      case ZIP_OF_ZSTANDARD -> zip("app.jfr.zst", ZSTANDARD.pack(bytes));
      default -> parts(bytes);
    };
  }

  private byte[] parts(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    int size = bytes.length / parts + 1;
    for (int at = 0; at < bytes.length || at == 0; at += size) {
      try (OutputStream out = wrap(packed)) {
        out.write(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size)));
      }
    }
    return packed.toByteArray();
  }

  private OutputStream wrap(OutputStream out) throws IOException {
    return switch (this) {
      case GZIP, GZIP_MEMBERS -> new GZIPOutputStream(out);
      case LZ4, LZ4_FRAMES ->
          new LZ4FrameOutputStream(out, LZ4FrameOutputStream.BLOCKSIZE.SIZE_64KB);
      case ZSTANDARD, ZSTANDARD_FRAMES -> new ZstdOutputStream(out);
      default -> throw new IllegalStateException(this + " is an archive");
    };
  }

  /** An archive of names and what they stand for, by turns. */
  public static byte[] zip(Object... entries) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (int i = 0; i < entries.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) entries[i]));
        zip.write((byte[]) entries[i + 1]);
        zip.closeEntry();
      }
    }
    return packed.toByteArray();
  }
}
