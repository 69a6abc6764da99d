package dev.rollcall.cli.option;

import java.util.List;
import picocli.CommandLine.Option;

/** The recordings of a run that is known to be good. */
public final class GoodOption {
  @Option(
      names = "--good",
      paramLabel = "FILE",
      description =
          "Compare with FILE, a recording of a run that did not leak, as of the last release: where"
              + " fewer than a hundred resources of a group were released here, those that were"
              + " released there stand beside the leaked and the open ones. May be repeated; also a"
              + " directory or a pattern.")
  private List<String> files = List.of();

  /** Empty where nothing is to be compared. */
  public List<String> files() {
    return files;
  }
}
