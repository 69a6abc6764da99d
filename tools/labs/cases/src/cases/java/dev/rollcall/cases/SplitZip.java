package dev.rollcall.cases;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.ZipParameters;

/** A program that extracts archives; some are in numbered parts, as 7-Zip makes them. */
final class SplitZip {
  private static final int SPLIT = 20;

  private SplitZip() {}

  public static void main(String[] args) throws IOException {
    Path directory = Files.createTempDirectory("archives");
    Path whole = directory.resolve("whole.zip");
    ZipParameters entry = new ZipParameters();
    entry.setFileNameInZip("entry");
    byte[] content = {1, 2, 3};
    try (ZipFile zip = new ZipFile(whole.toFile())) {
      zip.addStream(new ByteArrayInputStream(content), entry);
    }
    byte[] archive = Files.readAllBytes(whole);
    Path first = directory.resolve("parts.zip.001");
    Path second = directory.resolve("parts.zip.002");
    int half = archive.length / 2;
    Files.write(first, Arrays.copyOf(archive, half));
    Files.write(second, Arrays.copyOfRange(archive, half, archive.length));
    Path extracted = directory.resolve("entry");
    for (boolean split : Operations.of(args, SPLIT)) {
      try (ZipFile zip = new ZipFile((split ? first : whole).toFile())) {
        zip.extractAll(directory.toString());
      }
      if (!Arrays.equals(Files.readAllBytes(extracted), content)) {
        throw new IllegalStateException("Something else was extracted.");
      }
      Files.delete(extracted);
    }
    for (Path file : List.of(whole, first, second, directory)) {
      Files.delete(file);
    }
  }
}
