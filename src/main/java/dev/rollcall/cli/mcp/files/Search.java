package dev.rollcall.cli.mcp.files;

import dev.rollcall.reader.packed.Archive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;

/** Looks for what may be read, without following links to directories; and not without end. */
public final class Search {
  /** So many files are looked at. */
  public static final int MOST_FILES = 20_000;

  /** So many levels of directories are looked at. */
  public static final int DEEPEST = 10;

  private static final int BEGINNING = 256;
  private static final Pattern RECORDING =
      Pattern.compile(".*[.]jfr([.](gz|lz4|zst|zip))?", Pattern.DOTALL);
  private static final String ARCHIVE = ".zip";
  private static final String REPORT = ".json";

  private static final Comparator<Found> NEWEST_FIRST =
      Comparator.comparing(Found::modified).reversed().thenComparing(Found::file);

  private final StartDirectories directories;
  private final List<Found> found = new ArrayList<>();
  private int looked;
  private boolean tooDeep;

  /** A search in these directories. */
  public Search(StartDirectories directories) {
    this.directories = directories;
  }

  /**
   * A file that may be read.
   *
   * @param isReport whether it is a JSON report, and not a recording
   */
  public record Found(Path file, boolean isReport, long bytes, Instant modified) {}

  /**
   * Looks in a directory and below it.
   *
   * @throws Refusal if it cannot be listed
   */
  public void below(Path directory) throws Refusal {
    try {
      Files.walkFileTree(directory, EnumSet.noneOf(FileVisitOption.class), DEEPEST, new Visitor());
    } catch (IOException e) {
      throw new Refusal("cannot list " + directories.nameOf(directory) + "; check its permissions");
    }
  }

  /** What was found, each once, the newest first. */
  public List<Found> found() {
    return found.stream().distinct().sorted(NEWEST_FIRST).toList();
  }

  /** Whether something was not looked at. */
  public boolean isCut() {
    return looked > MOST_FILES || tooDeep;
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      looked++;
      if (looked > MOST_FILES) {
        return FileVisitResult.TERMINATE;
      }
      tooDeep |= attributes.isDirectory();
      try {
        Path real = attributes.isSymbolicLink() ? file.toRealPath() : file;
        BasicFileAttributes of = Files.readAttributes(real, BasicFileAttributes.class);
        if (of.isRegularFile() && directories.isInside(real)) {
          look(real, of);
        }
      } catch (IOException unreadable) {
        // As if it were not there.
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }

  private void look(Path file, BasicFileAttributes of) throws IOException {
    String name = String.valueOf(file.getFileName());
    boolean report = name.endsWith(REPORT) && isReport(file);
    boolean recording =
        RECORDING.matcher(name).matches()
            || (name.endsWith(ARCHIVE) && Archive.namesRecordings(file));
    if (report || recording) {
      found.add(new Found(file, report, of.size(), of.lastModifiedTime().toInstant()));
    }
  }

  /** Reports begin with the version of their schema. */
  private static boolean isReport(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String beginning = new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
      return beginning.contains("\"schemaVersion\"");
    }
  }
}
