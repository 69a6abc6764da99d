package dev.rollcall.agents.shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Where the application is, and what its customers do. run.sh has built it with Rollcall. */
public final class Shop {
  private static final Pattern PORT = Pattern.compile("Tomcat started on port\\D*(\\d+)");

  private Shop() {}

  /** The fat jar, without Rollcall. */
  public static Path jar() throws IOException {
    Path built = Path.of(System.getProperty("shop")).toAbsolutePath();
    Path jar = Path.of("target", "shop.jar").toAbsolutePath();
    if (!Files.exists(jar)
        || Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(built)) < 0) {
      strip(built, jar);
    }
    return jar;
  }

  private static void strip(Path built, Path jar) throws IOException {
    try (ZipFile from = new ZipFile(built.toFile());
        OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream to = new ZipOutputStream(out)) {
      Enumeration<? extends ZipEntry> entries = from.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.getName().startsWith("BOOT-INF/lib/rollcall-")) {
          copy(entry, from, to);
        }
      }
    }
  }

  private static void copy(ZipEntry entry, ZipFile from, ZipOutputStream to) throws IOException {
    byte[] bytes;
    try (InputStream in = from.getInputStream(entry)) {
      bytes = in.readAllBytes();
    }
    if (entry.getName().endsWith(".idx")) {
      bytes =
          new String(bytes, StandardCharsets.UTF_8)
              .replaceAll("(?m)^.*/rollcall-.*\\R", "")
              .getBytes(StandardCharsets.UTF_8);
    }
    ZipEntry copy = new ZipEntry(entry.getName());
    copy.setMethod(entry.getMethod());
    if (entry.getMethod() == ZipEntry.STORED) { // as the jars within have to be
      CRC32 sum = new CRC32();
      sum.update(bytes);
      copy.setSize(bytes.length);
      copy.setCompressedSize(bytes.length);
      copy.setCrc(sum.getValue());
    }
    to.putNextEntry(copy);
    to.write(bytes);
    to.closeEntry();
  }

  /** The port that it has printed. */
  public static int port(String printed) {
    Matcher port = PORT.matcher(printed);
    if (!port.find()) {
      throw new IllegalArgumentException("no port in " + printed);
    }
    return Integer.parseInt(port.group(1));
  }

  /** What it answers to someone who asks for an item: lamp and chair are there, table is not. */
  public static String visit(int port, String item) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create("http://localhost:" + port + "/stock/" + item).toURL().openConnection();
    int status = connection.getResponseCode();
    try (InputStream in =
        Objects.requireNonNull(
            status < 400 ? connection.getInputStream() : connection.getErrorStream())) {
      return status + " " + new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
