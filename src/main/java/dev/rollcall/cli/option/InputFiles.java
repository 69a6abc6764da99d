package dev.rollcall.cli.option;

import java.util.List;
import picocli.CommandLine.Parameters;

/** What is read. */
public final class InputFiles {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Recordings, directories of recordings, or patterns with * and ?; report reads JSON"
              + " reports, too. - is standard input.")
  private List<String> files = List.of();

  public List<String> files() {
    return files;
  }
}
