package dev.rollcall.cli.gate;

import dev.rollcall.cli.option.UsageException;
import dev.rollcall.gate.FailOn;
import dev.rollcall.gate.Gate;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which findings count, and which of them fail. */
public final class GateOptions {
  @Mixin private GateFiles files = new GateFiles();

  @Option(
      names = "--fail-on",
      paramLabel = "KINDS",
      converter = FailOnConverter.class,
      description =
          "What sets exit code 1, separated by commas: leaks, or only held (still reachable) or"
              + " lost (collected before release) ones, which depends on when the garbage collector"
              + " ran and may differ from run to run; misuse; collector (released by a cleaner or finalizer"
              + " only); overdue (older than rollcall.expect allowed, returned or not; or open and far"
              + " older than released siblings became). With unsure in the list, the exit code"
              + " is 4 if nothing was found but leaks cannot be ruled out. none: neither. Default: leaks,misuse,unsure.")
  private FailOn failOn = FailOn.DEFAULT;

  /** The files that the options name: they are read, so no result may overwrite them. */
  public List<String> files() {
    return files.files();
  }

  /** Reads the files that the options name. */
  public Gate load() throws UsageException {
    return files.load();
  }

  public FailOn failOn() {
    return failOn;
  }
}
