package dev.rollcall.report.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the file of a class that is named otherwise than its file: one that is not the first in it.
 * The declaration has to stand at the beginning of a line, as one that is not nested does, and in
 * one file only.
 */
final class Declarations {
  private static final int MOST_FILES = 1_000;
  private static final long LARGEST = 1 << 20;

  private static final String MODIFIERS =
      "(?:(?:public|private|internal|open|final|abstract|sealed|non-sealed|strictfp|data|value"
          + "|inline|annotation|case|fun|@\\w+)\\s+)*+";

  private Declarations() {}

  /** The only file in a directory that declares a class; {@code null} if there is none. */
  static @Nullable Path of(String simpleName, Path directory, List<String> extensions) {
    Pattern declaration =
        Pattern.compile(
            "(?m)^"
                + MODIFIERS
                + "(?:(?:enum\\s+)?class|interface|enum|record|object|trait|@interface)\\s+"
                + Pattern.quote(simpleName)
                + "\\b");
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> declaring =
          files
              .filter(file -> extensions.stream().anyMatch(file.toString()::endsWith))
              .limit(MOST_FILES)
              .filter(file -> declaration.matcher(text(file)).find())
              .limit(2)
              .toList();
      return declaring.size() == 1 ? declaring.get(0) : null;
    } catch (IOException | UncheckedIOException e) {
      return null;
    }
  }

  /** A byte a character: only ASCII is looked for, and no encoding is wrong. */
  private static String text(Path file) {
    try {
      return Files.size(file) > LARGEST ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
