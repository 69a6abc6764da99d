package dev.rollcall.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The offline tool, as it is used on one machine. */
final class OneMachine {
  private OneMachine() {}

  /** What it said on standard error. */
  static List<String> run(List<String> arguments, Path output)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(System.getProperty("fleet.rollcall")));
    command.addAll(arguments);
    Path errors = Files.createTempFile("rollcall", ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    int status = process.waitFor();
    List<String> said = Files.readAllLines(errors, UTF_8);
    // Leaks were found, files could not be read, or nobody can be sure.
    if (status == 2 || status > 4) {
      throw new IOException("status " + status + ": " + String.join("\n", said));
    }
    return said;
  }

  /** All recordings below a directory, in the order of their names. */
  static List<String> recordings(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .map(Path::toString)
          .filter(file -> file.matches(".*[.](jfr|gz|zip)"))
          .sorted()
          .toList();
    }
  }
}
