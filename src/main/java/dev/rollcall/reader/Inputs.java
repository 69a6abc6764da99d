package dev.rollcall.reader;

import dev.rollcall.reader.packed.Archive;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The files that the user's arguments stand for: a file for itself, a directory for its {@code
 * .jfr} files, packed or not (or, if it has none, those of the repositories in it), a pattern with
 * {@code *} or {@code ?} that no shell expanded for what it matches.
 */
public record Inputs(List<Input> files, List<String> problems) {
  private static final String RECORDINGS = "*.{jfr,jfr.gz,jfr.lz4,jfr.zst,jfr.zip}";
  private static final String ARCHIVES = "*.zip";

  /**
   * A file.
   *
   * @param fromDirectory whether an argument named the directory that it is in
   * @param name what it is called in messages and reports
   */
  public record Input(Path file, boolean fromDirectory, Path name) {
    Input(Path file, boolean fromDirectory) {
      this(file, fromDirectory, file);
    }

    // Written out: what a record has of its own is linked anew at each start.
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Input o
              && file.equals(o.file)
              && fromDirectory == o.fromDirectory
              && name.equals(o.name));
    }

    @Override
    public int hashCode() {
      return 31 * (31 * file.hashCode() + Boolean.hashCode(fromDirectory)) + name.hashCode();
    }
  }

  public Inputs {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /** Expands arguments; each that stands for nothing is a problem, said in a sentence. */
  public static Inputs of(List<String> arguments) {
    List<Input> files = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String argument : arguments) {
      try {
        expand(argument, files, problems);
      } catch (IllegalArgumentException | IOException | DirectoryIteratorException e) {
        // Also a path or a pattern that cannot be.
        problems.add("cannot read " + argument + "; check that it exists and that you may read it");
      }
    }
    return new Inputs(files.stream().distinct().toList(), problems);
  }

  /**
   * Whether an argument stands for a file, by any of its names; of a file that is not there yet,
   * whether it will. {@code -} stands for the file that standard input comes from, if it does.
   */
  public static boolean includes(String argument, Path file) {
    String read = argument.equals("-") ? "/dev/stdin" : argument;
    try {
      return Files.exists(file)
          ? of(List.of(read)).files().stream().anyMatch(input -> isSame(input.file(), file))
          : willInclude(read, file);
    } catch (IOException | IllegalArgumentException | DirectoryIteratorException unreadable) {
      return false;
    }
  }

  private static boolean willInclude(String argument, Path file) throws IOException {
    Path name = file.getFileName();
    Path directory = file.toAbsolutePath().getParent();
    if (name == null || directory == null) {
      return false;
    }
    if (isPattern(argument)) {
      return isSame(directory(argument), directory)
          && matcher(argument.substring(nameAt(argument))).matches(name);
    }
    Path named = Path.of(argument);
    return Files.isDirectory(named)
        && matcher(RECORDINGS).matches(name)
        && (isSame(named, directory)
            || (isSame(named, directory.getParent()) && recordingsIn(named).isEmpty()));
  }

  private static PathMatcher matcher(String glob) {
    return FileSystems.getDefault().getPathMatcher("glob:" + glob);
  }

  private static boolean isSame(Path one, @Nullable Path other) {
    try {
      return other != null && Files.isSameFile(one, other);
    } catch (IOException notThere) {
      return false;
    }
  }

  private static void expand(String argument, List<Input> files, List<String> problems)
      throws IOException {
    if (isPattern(argument)) {
      List<Path> matches = matches(argument);
      if (matches.isEmpty()) {
        problems.add("no file matches " + argument + "; check the pattern and the directory");
      }
      matches.forEach(file -> files.add(new Input(file, false)));
      return;
    }
    Path path = Path.of(argument);
    if (!Files.isDirectory(path)) {
      files.add(new Input(path, false));
      return;
    }
    List<Path> recordings = recordings(path);
    if (recordings.isEmpty()) {
      problems.add(
          "the directory "
              + argument
              + " has no .jfr files; give a directory that has some, or a file");
    }
    recordings.forEach(file -> files.add(new Input(file, true)));
  }

  /** The recordings in a directory; where there is none, those of the repositories below it. */
  private static List<Path> recordings(Path directory) throws IOException {
    List<Path> found = recordingsIn(directory);
    if (!found.isEmpty()) {
      return found;
    }
    List<Path> below = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, Files::isDirectory)) {
      for (Path repository : stream) {
        below.addAll(recordingsIn(repository));
      }
    }
    below.sort(null);
    return below;
  }

  /** By their names; of archives that could be of anything, those that name a recording inside. */
  private static List<Path> recordingsIn(Path directory) throws IOException {
    Set<Path> found = new TreeSet<>(list(directory, RECORDINGS));
    for (Path archive : list(directory, ARCHIVES)) {
      if (Archive.namesRecordings(archive)) {
        found.add(archive);
      }
    }
    return List.copyOf(found);
  }

  private static boolean isPattern(String argument) {
    String last = argument.substring(nameAt(argument));
    return (last.contains("*") || last.contains("?")) && !exists(argument);
  }

  /** Where the last name of a pattern begins. */
  private static int nameAt(String pattern) {
    return Math.max(pattern.lastIndexOf('/'), pattern.lastIndexOf('\\')) + 1;
  }

  private static Path directory(String pattern) {
    int name = nameAt(pattern);
    return Path.of(name == 0 ? "." : pattern.substring(0, name));
  }

  /** A name that is no path on this system cannot exist there. */
  private static boolean exists(String argument) {
    try {
      return Files.exists(Path.of(argument));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static List<Path> matches(String pattern) throws IOException {
    Path directory = directory(pattern);
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    List<Path> found = list(directory, pattern.substring(nameAt(pattern)));
    return nameAt(pattern) == 0 ? found.stream().map(Path::getFileName).toList() : found;
  }

  private static List<Path> list(Path directory, String glob) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, glob)) {
      for (Path file : stream) {
        if (Files.isRegularFile(file)) {
          found.add(file);
        }
      }
    }
    found.sort(null);
    return found;
  }
}
