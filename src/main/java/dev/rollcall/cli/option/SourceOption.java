package dev.rollcall.cli.option;

import dev.rollcall.report.source.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the sources of the program are. */
public final class SourceOption {
  @Option(
      names = "--source",
      paramLabel = "DIR",
      converter = OutputOption.FileConverter.class,
      description =
          "Look for source files in DIR too: a directory in which packages begin, or a project or"
              + " module with src/main/java and the like. May be repeated. Those of the working"
              + " directory and of the modules directly below it are found without it.")
  private List<Path> directories = List.of();

  /** The directories that were named. */
  public List<Path> directories() {
    return directories;
  }

  /** The sources at hand. */
  public Sources sources() throws UsageException {
    for (Path directory : directories) {
      if (!Files.isDirectory(directory)) {
        throw new UsageException(
            "--source " + directory + " is not a directory; name one in which packages begin");
      }
    }
    return new Sources(Path.of(""), directories);
  }
}
