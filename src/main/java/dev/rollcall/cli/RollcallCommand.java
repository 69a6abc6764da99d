package dev.rollcall.cli;

import dev.rollcall.cli.option.ResultStream;
import dev.rollcall.cli.option.StandardInput;
import dev.rollcall.cli.reading.Diagnostics;
import dev.rollcall.reader.Inputs;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** {@code rollcall}: the command that the others belong to, and the streams they use. */
@Command(
    name = "rollcall",
    mixinStandardHelpOptions = true,
    header = "Deterministic leak checker for the JVM: reads flight recordings.",
    versionProvider = RollcallCommand.Version.class,
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {
      ExitCode.CLEAN_WORDS,
      ExitCode.FOUND_WORDS,
      ExitCode.USAGE_WORDS,
      ExitCode.UNREADABLE_WORDS,
      ExitCode.UNSURE_WORDS
    },
    footer = {
      "",
      "\"rollcall\" stands for what you type to run it: tools/rollcall in a checkout, or",
      "java -jar rollcall-VERSION-cli.jar. \"rollcall help COMMAND\" tells more of a command."
    })
final class RollcallCommand {
  /** Stands in until the command line is parsed. */
  static final RollcallCommand UNSET =
      new RollcallCommand(
          new StandardInput(InputStream.nullInputStream()),
          new ResultStream(OutputStream.nullOutputStream()),
          new PrintedDiagnostics(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
              false));

  private final StandardInput in;
  private final ResultStream out;
  private final Diagnostics diagnostics;

  RollcallCommand(StandardInput in, ResultStream out, Diagnostics diagnostics) {
    this.in = in;
    this.out = out;
    this.diagnostics = diagnostics;
  }

  /** The files that arguments stand for. */
  Inputs inputs(List<String> arguments) {
    return in.expand(arguments);
  }

  ResultStream out() {
    return out;
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  /** The version the jar was built with. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {text()};
    }

    /** As in "rollcall 1.0". */
    static String text() {
      return "rollcall " + number();
    }

    /** As in "1.0". */
    static String number() {
      String built = RollcallCommand.class.getPackage().getImplementationVersion();
      return Objects.requireNonNullElse(built, "(development build)");
    }
  }
}
