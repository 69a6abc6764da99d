package dev.rollcall.fleet.made;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A directory as a bucket may be: recordings of many JVMs by service, day and pod, several of each,
 * some of them twice, and some that are none; and beside it the shop's sources and CODEOWNERS.
 */
public final class Fleet {
  /** A day needs each service. */
  public static final int FEWEST = Service.DAYS * Service.values().length;

  /** How much larger the largest JVM is. */
  public static final int SKEW = 50;

  private static final int WRITERS = 32;

  /** Which chunks are in the files of a JVM: dumps overlap, or they do not. */
  private static final List<List<List<Integer>>> FILES =
      List.of(
          List.of(List.of(0, 1), List.of(2, 3)),
          List.of(List.of(0, 1), List.of(1, 2), List.of(2, 3)),
          List.of(List.of(0), List.of(1), List.of(2), List.of(3)));

  /** The dump of the second day has the first day, too. */
  private static final List<List<Integer>> DAILY = List.of(List.of(0, 1), List.of(0, 1, 2, 3));

  private final Path directory;
  private final long seed;
  private final List<MadeJvm> jvms;
  private final Map<String, byte[]> archived = Collections.synchronizedSortedMap(new TreeMap<>());

  /** {@code scale}: how many times as much as usual happens in each JVM. */
  public Fleet(Path directory, int jvms, int scale, long seed) {
    if (jvms < FEWEST) {
      throw new IllegalArgumentException("a fleet has " + FEWEST + " JVMs at least");
    }
    this.directory = directory;
    this.seed = seed;
    this.jvms =
        IntStream.range(0, jvms)
            .mapToObj(number -> new MadeJvm(number, number == 0 ? scale * SKEW : scale))
            .toList();
  }

  /** Makes a fleet: DIR JVMS [SCALE]. */
  public static void main(String[] arguments) throws IOException {
    int scale = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
    new Fleet(Path.of(arguments[0]), Integer.parseInt(arguments[1]), scale, 1).write();
  }

  public List<MadeJvm> jvms() {
    return jvms;
  }

  /** Where the recordings are. */
  public Path recordings() {
    return directory.resolve("recordings");
  }

  /** Who owns which package. */
  public Path codeowners() {
    return directory.resolve("CODEOWNERS");
  }

  /** Writes everything. */
  public void write() throws IOException {
    writeJvms();
    writeArchive();
    for (Service service : Service.values()) {
      writeSource(service.leak().site().get(1));
    }
    Files.writeString(
        codeowners(),
        Arrays.stream(Service.values())
            .map(service -> "**/dev/shop/" + service.word() + "/ " + service.owner() + '\n')
            .collect(Collectors.joining()));
  }

  /** A class whose lines nobody reads: that it is there tells who owns it. */
  private void writeSource(StackTraceElement frame) throws IOException {
    String type = frame.getClassName();
    int dot = type.lastIndexOf('.');
    Path source = directory.resolve("src/main/java/" + type.replace('.', '/') + ".java");
    Files.createDirectories(source.getParent());
    Files.writeString(
        source,
        String.format(
            Locale.ROOT,
            "package %s;%n%nclass %s {%n  void %s() {}%n}%n",
            type.substring(0, dot),
            type.substring(dot + 1),
            frame.getMethodName()));
  }

  /** Many at the same time, for Mission Control's writer mostly waits. */
  private void writeJvms() throws IOException {
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<Path>> written =
          jvms.stream().map(jvm -> writers.submit(() -> write(jvm))).toList();
      for (Future<Path> each : written) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      writers.shutdownNow();
    }
  }

  private Path pod(MadeJvm jvm, LocalDate date) throws IOException {
    return Files.createDirectories(
        recordings().resolve(jvm.service().word()).resolve(date.toString()).resolve(jvm.pod()));
  }

  private Path write(MadeJvm jvm) throws IOException {
    List<byte[]> chunks = jvm.chunks(seed);
    Path pod = pod(jvm, jvm.date());
    List<List<Integer>> files =
        jvm.isLong() ? DAILY : FILES.get(jvm.isCut() ? 0 : jvm.number() % FILES.size());
    for (int i = 0; i < files.size(); i++) {
      List<Integer> of = files.get(i);
      String name = i + 1 + ".jfr";
      if (jvm.isArchived()) {
        archived.put(jvm.pod() + '/' + name, joined(chunks, of));
      } else {
        Path to = pod(jvm, jvm.date(of.get(of.size() - 1)));
        boolean last = i == files.size() - 1;
        save(jvm, to, name, joined(chunks, of), jvm.isCut() && last);
      }
    }
    if (jvm.number() % 7 == 1) {
      // What an upload agent does that is not sure whether it had sent the file.
      save(jvm.date(), pod.resolve("1-again.jfr"), joined(chunks, files.get(0)));
    }
    if (jvm.number() % 25 == 2) {
      save(jvm.date(), pod.resolve("dump.jfr"), new byte[0]);
      byte[] noise = new byte[5000];
      new Random(seed + jvm.number()).nextBytes(noise);
      save(jvm.date(), pod.resolve("noise.jfr"), noise);
      save(jvm.date(), pod.resolve("page.jfr"), "<html>503 Slow Down</html>".getBytes(UTF_8));
    }
    return pod;
  }

  private static byte[] joined(List<byte[]> chunks, List<Integer> which) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    which.forEach(index -> bytes.writeBytes(chunks.get(index)));
    return bytes.toByteArray();
  }

  /** Whole, packed, or without the end of its last chunk. */
  private static void save(MadeJvm jvm, Path directory, String name, byte[] bytes, boolean cut)
      throws IOException {
    Path file = directory.resolve(name);
    if (cut) {
      save(jvm.date(), file, Arrays.copyOf(bytes, bytes.length - 300));
    } else if (jvm.number() % 5 == 2) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(bytes);
      }
      save(jvm.date(), directory.resolve(name + ".gz"), packed.toByteArray());
    } else {
      save(jvm.date(), file, bytes);
    }
  }

  /** The recordings of several JVMs in one file. */
  private void writeArchive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> recording : archived.entrySet()) {
        zip.putNextEntry(new ZipEntry(recording.getKey()));
        zip.write(recording.getValue());
      }
    }
    LocalDate date = MadeJvm.FIRST_DAY.plusDays(MadeJvm.ARCHIVED_DAY);
    Path directory = Files.createDirectories(recordings().resolve("archive/" + date));
    save(date, directory.resolve("recordings.zip"), bytes.toByteArray());
  }

  /** Uploaded within the day. */
  private static void save(LocalDate date, Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, FileTime.from(date.atTime(7, 0).toInstant(ZoneOffset.UTC)));
  }
}
