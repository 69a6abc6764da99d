package dev.rollcall.cli;

import dev.rollcall.cli.mcp.McpCommand;
import dev.rollcall.cli.option.ResultStream;
import dev.rollcall.cli.option.StandardInput;
import dev.rollcall.cli.option.Terminal;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.cli.reading.Diagnostics;
import dev.rollcall.cli.usage.UsageWords;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The entry point of the command line tool, and the only class that ends the process. */
public final class Main {
  /** Set by the launcher, to tell leaks from a JVM that could not start: both end with 1. */
  private static final String FOUND = "rollcall.found";

  private Main() {}

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int code = run(args, System.in, ResultStream.stdout(), err);
    System.exit(code == ExitCode.FOUND ? Integer.getInteger(FOUND, code) : code);
  }

  /** Runs the command without an input and returns the exit code, as {@link #run} below does. */
  static int run(String[] args, OutputStream out, PrintStream err) {
    return run(args, InputStream.nullInputStream(), new ResultStream(out), err);
  }

  /** Runs the command and returns the exit code. Never throws, and never prints a stack trace. */
  static int run(String[] args, InputStream in, ResultStream out, PrintStream err) {
    try {
      return runLoaded(args, in, out, err);
    } catch (LinkageError e) {
      // Whatever needs one more class cannot be relied on.
      err.println(
          "rollcall: a class of the tool cannot be loaded ("
              + e
              + "): its jar was deleted, replaced or damaged; run the command again");
      return ExitCode.USAGE;
    }
  }

  private static int runLoaded(String[] args, InputStream in, ResultStream out, PrintStream err) {
    Diagnostics diagnostics = new PrintedDiagnostics(err, Terminal.isWatched());
    int code;
    try (StandardInput input = new StandardInput(in)) {
      RollcallCommand rollcall = new RollcallCommand(input, out, diagnostics);
      ReportCommand plain = ReportCommand.plain(rollcall, args);
      code = plain == null ? Parsed.execute(rollcall, in, out, err, args) : plain.call();
    } catch (UsageException e) {
      diagnostics.say(String.valueOf(e.getMessage()));
      code = ExitCode.USAGE;
    } catch (OutOfMemoryError e) {
      diagnostics.say(
          "there is not enough memory for these recordings; give Java more, for example with"
              + " JAVA_TOOL_OPTIONS=-Xmx4g");
      code = ExitCode.UNREADABLE;
    } catch (LinkageError e) {
      throw e;
    } catch (Exception | Error e) {
      code = bug(diagnostics, e);
    }
    out.finish();
    String trouble = out.trouble();
    if (trouble != null) {
      diagnostics.say(
          "cannot write the result to standard output (" + trouble + "); send it to another place");
      return ExitCode.USAGE;
    }
    return code == ExitCode.CLEAN && out.isUnread() ? ExitCode.UNREAD : code;
  }

  private static int bug(Diagnostics diagnostics, Throwable problem) {
    diagnostics.say(
        "this is a bug in Rollcall, please report it: "
            + problem.getClass().getName()
            + ": "
            + problem.getMessage());
    return ExitCode.UNREADABLE;
  }

  /** What picocli parses. It reads every option by reflection, so it is not asked for nothing. */
  private static final class Parsed {
    private Parsed() {}

    static int execute(
        RollcallCommand rollcall,
        InputStream in,
        ResultStream out,
        PrintStream err,
        String[] args) {
      Diagnostics diagnostics = rollcall.diagnostics();
      CommandLine commandLine = new CommandLine(rollcall);
      addCommands(commandLine, in, out, args.length == 0 ? "" : args[0]);
      commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
      commandLine.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
      commandLine.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
      commandLine.setParameterExceptionHandler(
          (problem, of) -> {
            diagnostics.say(of.length == 0 ? UsageWords.NO_COMMAND : UsageWords.of(problem));
            return ExitCode.USAGE;
          });
      commandLine.setExecutionExceptionHandler(
          (problem, command, parsed) -> {
            if (problem instanceof UsageException) {
              diagnostics.say(String.valueOf(problem.getMessage()));
              return ExitCode.USAGE;
            }
            if (problem.getCause() instanceof LinkageError error) {
              throw error;
            }
            return bug(diagnostics, problem);
          });
      return commandLine.execute(args);
    }

    private static CommandLine mcp(InputStream in, ResultStream out) {
      CommandLine mcp = new CommandLine(new McpCommand(in, out, RollcallCommand.Version.number()));
      mcp.getCommandSpec().versionProvider(new RollcallCommand.Version());
      return mcp;
    }

    /** All commands, in the order in which help has them; or the commonest alone if it is meant. */
    private static void addCommands(
        CommandLine commandLine, InputStream in, ResultStream out, String meant) {
      commandLine.addSubcommand(new ReportCommand());
      if (meant.equals(ReportCommand.NAME)) {
        return;
      }
      commandLine
          .addSubcommand(new ViewCommand())
          .addSubcommand(new HistoryCommand())
          .addSubcommand(new DiffCommand())
          .addSubcommand(new MergeCommand())
          .addSubcommand(new ExportCommand())
          .addSubcommand(new SettingsCommand())
          .addSubcommand(new WatchCommand())
          .addSubcommand(new AttachCommand())
          .addSubcommand(new DumpCommand())
          .addSubcommand(mcp(in, out))
          .addSubcommand(new CommandLine.HelpCommand());
      DemoCommand.addTo(commandLine);
    }
  }
}
