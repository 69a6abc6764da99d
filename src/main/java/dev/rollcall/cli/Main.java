package dev.rollcall.cli;

import dev.rollcall.cli.option.Terminal;
import dev.rollcall.cli.option.UsageException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entry point of the command line tool, and the only class that ends the process. */
public final class Main {
  private Main() {}

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int code = run(args, out, err);
    out.flush();
    System.exit(code);
  }

  /** Runs the command and returns the exit code. Never throws, and never prints a stack trace. */
  static int run(String[] args, PrintStream out, PrintStream err) {
    Diagnostics diagnostics = new Diagnostics(err, Terminal.isWatched());
    try {
      return commandLine(out, err, diagnostics).execute(args);
    } catch (OutOfMemoryError e) {
      diagnostics.say(
          "there is not enough memory for these recordings; give Java more, for example with"
              + " JAVA_TOOL_OPTIONS=-Xmx4g");
      return ExitCode.UNREADABLE;
    } catch (Exception | Error e) {
      return bug(diagnostics, e);
    }
  }

  private static CommandLine commandLine(
      PrintStream out, PrintStream err, Diagnostics diagnostics) {
    CommandLine commandLine = new CommandLine(new RollcallCommand(out, diagnostics));
    commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    commandLine.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    commandLine.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    commandLine.setParameterExceptionHandler(
        (problem, args) -> usage(diagnostics, problem, args.length == 0));
    commandLine.setExecutionExceptionHandler(
        (problem, command, parsed) -> {
          if (problem instanceof UsageException) {
            diagnostics.say(String.valueOf(problem.getMessage()));
            return ExitCode.USAGE;
          }
          return bug(diagnostics, problem);
        });
    return commandLine;
  }

  private static int usage(Diagnostics diagnostics, ParameterException problem, boolean noCommand) {
    String message = String.valueOf(problem.getMessage()).replaceFirst("^Error: ", "");
    if (noCommand) {
      message = "no command given";
    } else if (problem instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && unmatched.getCommandLine().getParent() == null) {
      message = "'" + unmatched.getUnmatched().get(0) + "' is not a command";
    }
    diagnostics.say(message.replaceAll("\\s+", " ") + "; see rollcall help");
    return ExitCode.USAGE;
  }

  private static int bug(Diagnostics diagnostics, Throwable problem) {
    diagnostics.say(
        "this is a bug in Rollcall, please report it: "
            + problem.getClass().getName()
            + ": "
            + problem.getMessage());
    return ExitCode.UNREADABLE;
  }
}
