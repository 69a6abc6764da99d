package dev.rollcall.cli.option;

import java.util.List;
import picocli.CommandLine.Parameters;

/** What is read. */
public final class InputFiles {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Recordings, packed or not, directories of recordings, or patterns with * and ?; report,"
              + " export --parquet and export --otlp read JSON reports, too. - is standard input.")
  private List<String> files;

  /** What is parsed is put in. */
  public InputFiles() {
    this(List.of());
  }

  public InputFiles(List<String> files) {
    this.files = files;
  }

  /** Whether an argument is a file and nothing else: no option, and no file of arguments. */
  public static boolean isPlain(String argument) {
    return argument.equals("-")
        || !(argument.isEmpty() || argument.startsWith("-") || argument.startsWith("@"));
  }

  public List<String> files() {
    return files;
  }
}
