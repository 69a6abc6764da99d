package dev.rollcall.packaged;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Sources compiled by the compiler of the JDK that runs the test; warnings are errors. */
final class Compiled {
  private Compiled() {}

  /**
   * Compiles all sources of a directory.
   *
   * @param option what the jars are put on: {@code --class-path} or {@code --module-path}
   * @return where the classes are
   */
  static Path of(Path sources, Path classes, String option, Path... jars) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-Xlint:all", "-Werror", "-proc:none"));
    arguments.addAll(List.of("-d", classes.toString(), option));
    arguments.add(Stream.of(jars).map(Path::toString).collect(joining(File.pathSeparator)));
    try (Stream<Path> files = Files.walk(sources)) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
    }
    StringWriter output = new StringWriter();
    PrintWriter printer = new PrintWriter(output);
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();

    assertThat(javac.run(printer, printer, arguments.toArray(String[]::new)))
        .withFailMessage(output::toString)
        .isZero();
    return classes;
  }
}
