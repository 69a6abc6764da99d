package dev.rollcall.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/** {@code rollcall}: the command that the others belong to, and the streams they write to. */
@Command(
    name = "rollcall",
    mixinStandardHelpOptions = true,
    header = "Deterministic leak checker for the JVM: reads flight recordings.",
    subcommands = {
      ReportCommand.class,
      HistoryCommand.class,
      DiffCommand.class,
      MergeCommand.class,
      ExportCommand.class,
      HelpCommand.class
    },
    versionProvider = RollcallCommand.Version.class,
    footer = {
      "",
      "Exit codes: 0 clean; 1 leaks or misuse found; 2 wrong usage; 3 a recording could not be read;",
      "4 nothing found, but leaks cannot be ruled out."
    })
final class RollcallCommand {
  /** Stands in until the command line is parsed. */
  static final RollcallCommand UNSET =
      new RollcallCommand(nowhere(), new Diagnostics(nowhere(), false));

  private static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }

  private final PrintStream out;
  private final Diagnostics diagnostics;

  RollcallCommand(PrintStream out, Diagnostics diagnostics) {
    this.out = out;
    this.diagnostics = diagnostics;
  }

  PrintStream out() {
    return out;
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  /** The version the jar was built with. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String built = RollcallCommand.class.getPackage().getImplementationVersion();
      return new String[] {"rollcall " + Objects.requireNonNullElse(built, "(development build)")};
    }
  }
}
