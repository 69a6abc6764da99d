package dev.rollcall.cli.export;

import dev.rollcall.cli.option.ResultStream;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.cli.option.WholeFile;
import dev.rollcall.common.Words;
import dev.rollcall.report.parquet.ParquetFile;
import dev.rollcall.report.parquet.ParquetNotes;
import dev.rollcall.report.table.JvmTables;
import dev.rollcall.report.table.Part;
import dev.rollcall.report.table.Table;
import dev.rollcall.report.table.Tables;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A directory of tables, each with a directory for each day. A file holds all JVMs of a day that
 * were exported together, and is written whole; that of the table of JVMs comes last, and says
 * which they are. So an older file of the same JVMs is known, and removed when the new one is
 * there.
 */
final class TableDirectory {
  /** In the notes of a file of JVMs: their keys. */
  private static final String JVMS = "rollcall.jvms";

  private static final String SLF4J = "slf4j.internal.verbosity";

  private static final Pattern OURS =
      Pattern.compile("part-[0-9a-f]{16}" + Pattern.quote(ParquetFile.ENDING));

  private static final Table JVM = Tables.all().get(Tables.all().size() - 1);

  private final Path directory;

  /** A directory that need not be there yet. */
  TableDirectory(Path directory) {
    this.directory = directory;
  }

  /** How much was written. */
  record Written(long rows, long files) {}

  /** Writes parts; of each the table of the JVMs comes last. */
  Written write(List<Part> parts) throws UsageException {
    silenceLogging();
    try {
      Map<Part, List<String>> replaced = new LinkedHashMap<>();
      for (Part part : parts) {
        replaced.put(part, replaced(part));
      }
      long rows = 0;
      for (Part part : parts) {
        for (Table table : Tables.all()) {
          rows += write(part, table);
        }
        for (String old : replaced.getOrDefault(part, List.of())) {
          remove(part, old);
        }
      }
      return new Written(rows, (long) parts.size() * Tables.all().size());
    } catch (IOException | DirectoryIteratorException e) {
      throw new UsageException(
          "cannot write to --parquet "
              + directory
              + " ("
              + ResultStream.reason(e instanceof IOException io ? io : new IOException(e))
              + "); what was there is as it was, unless it was replaced as a whole; name a directory"
              + " in another place, or try again");
    }
  }

  /** Parquet's writer logs, and nobody has said where to: SLF4J would tell the user of that. */
  private static void silenceLogging() {
    if (System.getProperty(SLF4J) == null) {
      System.setProperty(SLF4J, "ERROR");
    }
  }

  private long write(Part part, Table table) throws IOException {
    Path of = Files.createDirectories(directory.resolve(part.directory(table)));
    SortedMap<String, String> notes = new TreeMap<>();
    if (table.equals(JVM)) {
      notes.put(JVMS, String.join(" ", keys(part)));
    }
    List<Long> rows = new ArrayList<>();
    WholeFile.of(of.resolve(part.name() + ParquetFile.ENDING))
        .write(
            channel -> {
              OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
              rows.add(ParquetFile.write(table, part.rows(table).iterator(), notes, out));
              out.flush();
            });
    return rows.get(0);
  }

  /** The names of older files with the same JVMs and others of them, which the new one replaces. */
  private List<String> replaced(Part part) throws IOException, UsageException {
    Path of = directory.resolve(part.directory(JVM));
    List<String> names = new ArrayList<>();
    if (!Files.isDirectory(of)) {
      return names;
    }
    Set<String> keys = keys(part);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(of)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (!OURS.matcher(name).matches() || name.equals(part.name() + ParquetFile.ENDING)) {
          continue;
        }
        Set<String> old =
            new TreeSet<>(List.of(ParquetNotes.of(file).getOrDefault(JVMS, "").split(" ", -1)));
        Set<String> both = new TreeSet<>(keys);
        both.retainAll(old);
        if (keys.containsAll(old)) {
          names.add(name);
        } else if (!both.isEmpty()) {
          throw new UsageException(
              file
                  + " has "
                  + Words.count(both.size(), "of these JVMs", "of these JVMs")
                  + " and "
                  + Words.count(old.size() - both.size(), "other", "others")
                  + ", so they would be counted twice; export all of them together, or remove the"
                  + " directories of that day");
        }
      }
    }
    names.sort(null);
    return names;
  }

  /** What is removed first is what says which JVMs there are. */
  private void remove(Part part, String name) throws IOException {
    for (int i = Tables.all().size() - 1; i >= 0; i--) {
      Files.deleteIfExists(directory.resolve(part.directory(Tables.all().get(i))).resolve(name));
    }
  }

  private static Set<String> keys(Part part) {
    return part.jvms().stream().map(JvmTables::jvm).collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public String toString() {
    return directory.toString();
  }
}
