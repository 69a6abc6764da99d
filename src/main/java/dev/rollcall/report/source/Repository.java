package dev.rollcall.report.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The repository that sources are in: what is at one place there is at the same place on the host
 * of it. A file of another repository, a submodule for instance, is not in it.
 */
public final class Repository {
  private final Path root;
  private final boolean isGit;

  private Repository(Path root, boolean isGit) {
    this.root = root;
    this.isGit = isGit;
  }

  /**
   * That of the working directory; or else that of the first of some others that is in one; or else
   * the working directory itself.
   */
  public static Repository of(Path workingDirectory, List<Path> others) {
    Path here = workingDirectory.toAbsolutePath().normalize();
    return Stream.concat(Stream.of(here), others.stream().map(here::resolve))
        .map(directory -> rootOf(directory.normalize()))
        .filter(Objects::nonNull)
        .findFirst()
        .map(root -> new Repository(root, true))
        .orElseGet(() -> new Repository(here, false));
  }

  /** The nearest directory above, or the directory itself, that git knows as a root. */
  private static @Nullable Path rootOf(Path directory) {
    for (Path at = directory; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return at;
      }
    }
    return null;
  }

  /**
   * The path of a file from the root on, with / between its parts; {@code null} for a file of
   * another repository or of none.
   *
   * @param file absolute
   */
  public @Nullable String path(Path file) {
    if (!file.startsWith(root) || (isGit && !root.equals(rootOf(file)))) {
      return null;
    }
    return StreamSupport.stream(root.relativize(file).spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }
}
