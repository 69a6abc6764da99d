package dev.rollcall.report.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The directories that packages begin in: those that are named, those at the usual places in them,
 * and those at the usual places in the working directory and in the modules directly below it.
 * Nothing is searched for: each place is asked for.
 */
final class SourceRoots {
  private static final List<String> LANGUAGES = List.of("java", "kotlin", "scala", "groovy");

  /** {@code main} before what tests it. */
  private static final Comparator<Path> MAIN_FIRST =
      Comparator.comparing((Path set) -> !set.endsWith("main")).thenComparing(Path::toString);

  private SourceRoots() {}

  /** The roots, those that are named first. */
  static List<Path> of(Path workingDirectory, List<Path> named) {
    Set<Path> roots = new LinkedHashSet<>();
    for (Path directory : named) {
      roots.add(workingDirectory.resolve(directory).normalize());
      roots.addAll(usualPlaces(workingDirectory.resolve(directory).normalize()));
    }
    roots.addAll(usualPlaces(workingDirectory));
    children(workingDirectory).forEach(module -> roots.addAll(usualPlaces(module)));
    return List.copyOf(roots);
  }

  /** {@code src/main/java} and its like, and {@code src}. */
  private static List<Path> usualPlaces(Path project) {
    Path src = project.resolve("src");
    List<Path> places = new ArrayList<>();
    for (Path set : children(src)) {
      LANGUAGES.stream().map(set::resolve).filter(Files::isDirectory).forEach(places::add);
    }
    if (Files.isDirectory(src)) {
      places.add(src);
    }
    return places;
  }

  /** What cannot be read has none. */
  private static List<Path> children(Path directory) {
    try (Stream<Path> children = Files.list(directory)) {
      return children.filter(Files::isDirectory).sorted(MAIN_FIRST).toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }
}
