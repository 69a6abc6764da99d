package dev.rollcall.report.source;

import dev.rollcall.analysis.source.SourceFiles;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sources at hand: which file a class is in, and where that file is. A file is looked for when
 * somebody asks, by package and name, and its place remembered. For one thread.
 */
public final class Sources implements SourceFiles {
  private static final List<String> EXTENSIONS = List.of(".java", ".kt", ".scala", ".groovy");

  private final Path workingDirectory;
  private final List<Path> named;
  private final Map<String, Optional<Path>> byClass = new HashMap<>();
  private final Map<String, Optional<Path>> byFile = new HashMap<>();
  private @Nullable List<Path> roots;

  /**
   * Sources in the usual places below a directory, and in others that are named.
   *
   * @param workingDirectory what the paths of files are relative to
   * @param named directories in which packages, or a project's usual places, begin
   */
  public Sources(Path workingDirectory, List<Path> named) {
    this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
    this.named = List.copyOf(named);
  }

  @Override
  public @Nullable String of(String className) {
    Path file = find(className);
    return file == null || file.getFileName() == null ? null : file.getFileName().toString();
  }

  /**
   * Where the source of a frame is, relative to the working directory if it is in that; {@code
   * null} if it is not at hand.
   */
  public @Nullable Path find(StackTraceElement frame) {
    String file = frame.getFileName();
    Path found = file == null ? find(frame.getClassName()) : find(frame.getClassName(), file);
    return found == null || !found.startsWith(workingDirectory)
        ? found
        : workingDirectory.relativize(found);
  }

  private @Nullable Path find(String className) {
    String outermost = SourceFiles.outermost(className);
    return outermost == null || !isJavaName(outermost)
        ? null
        : byClass.computeIfAbsent(outermost, this::declaring).orElse(null);
  }

  private Optional<Path> declaring(String outermost) {
    String folder = folder(outermost);
    String simple = outermost.substring(outermost.lastIndexOf('.') + 1);
    return roots().stream()
        .flatMap(root -> at(root, folder).stream())
        .flatMap(directory -> declaring(simple, directory).stream())
        .findFirst();
  }

  private static Optional<Path> declaring(String simple, Path directory) {
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    return Stream.concat(
            EXTENSIONS.stream().map(extension -> simple + extension), ofFunctions(simple))
        .flatMap(file -> at(directory, file).stream())
        .filter(Files::isRegularFile)
        .findFirst()
        .or(() -> Optional.ofNullable(Declarations.of(simple, directory, EXTENSIONS)));
  }

  /** The functions of Kotlin's {@code app.kt} or {@code App.kt} are in the class {@code AppKt}. */
  private static Stream<String> ofFunctions(String simple) {
    if (!simple.endsWith("Kt") || simple.length() <= 2) {
      return Stream.of();
    }
    String name = simple.substring(0, simple.length() - 2);
    return Stream.of(name, Character.toLowerCase(name.charAt(0)) + name.substring(1))
        .map(file -> file + ".kt");
  }

  private @Nullable Path find(String className, String file) {
    String outermost = SourceFiles.outermost(className);
    // A generated class is in the package of the one it stands for.
    String name = outermost == null ? className.substring(0, className.indexOf("$$")) : outermost;
    return isJavaName(name) && isFileName(file)
        ? byFile.computeIfAbsent(folder(name) + file, this::existing).orElse(null)
        : null;
  }

  private Optional<Path> existing(String path) {
    return roots().stream()
        .flatMap(root -> at(root, path).stream())
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** Not every name can be one of a file. */
  private static Optional<Path> at(Path directory, String name) {
    try {
      return Optional.of(directory.resolve(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static String folder(String className) {
    return className.substring(0, className.lastIndexOf('.') + 1).replace('.', '/');
  }

  /** A recording can hold any name; none may lead out of the sources. */
  private static boolean isJavaName(String className) {
    return Stream.of(className.split("\\.", -1))
        .allMatch(
            part ->
                !part.isEmpty()
                    && Character.isJavaIdentifierStart(part.charAt(0))
                    && part.chars().allMatch(Sources::isOfName));
  }

  private static boolean isFileName(String file) {
    return file.chars().allMatch(c -> isOfName(c) || "-. ".indexOf(c) >= 0)
        && EXTENSIONS.stream().anyMatch(file::endsWith)
        && !file.startsWith(".");
  }

  private static boolean isOfName(int c) {
    return Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
  }

  private List<Path> roots() {
    if (roots == null) {
      roots = SourceRoots.of(workingDirectory, named);
    }
    return roots;
  }
}
