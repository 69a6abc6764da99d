package dev.rollcall.cli;

import dev.rollcall.cli.option.UsageException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Parameters;

/**
 * {@code rollcall demo}: in help only, where the launcher of a checkout says which demos it can
 * run. It runs them itself; a jar alone has none.
 */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = RollcallCommand.Version.class,
    header = "Run a program that leaks, checked and recorded, and show both reports.",
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {" 0:it leaked what it was meant to leak", " 2:it did not, or could not be run"},
    footer = {"", "Examples:", "  rollcall demo", "  rollcall demo junit"})
final class DemoCommand implements Callable<Integer> {
  private static final String NAMES = "rollcall.demos";

  @Parameters(arity = "0..1", paramLabel = "NAME")
  private @Nullable String name;

  /** Adds the command where there are demos. */
  static void addTo(CommandLine rollcall) {
    String names = System.getProperty(NAMES, "").strip();
    if (names.isEmpty()) {
      return;
    }
    CommandLine demo = new CommandLine(new DemoCommand());
    PositionalParamSpec which = demo.getCommandSpec().positionalParameters().get(0);
    demo.getCommandSpec().remove(which);
    demo.getCommandSpec()
        .addPositional(
            which.toBuilder()
                .description("One of " + names.replaceAll("\\s+", ", ") + ". Default: relay.")
                .build());
    rollcall.addSubcommand(demo);
  }

  @Override
  public Integer call() throws UsageException {
    throw new UsageException(
        "the demo " + (name == null ? "" : name + " ") + "is run by the script tools/rollcall");
  }
}
