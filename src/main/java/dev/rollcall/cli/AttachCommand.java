package dev.rollcall.cli;

import dev.rollcall.attach.NotAttachedException;
import dev.rollcall.attach.SentAgent;
import dev.rollcall.cli.option.UsageException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code rollcall attach}: has a JVM that runs watch classes that nobody has edited. */
@Command(
    name = "attach",
    mixinStandardHelpOptions = true,
    versionProvider = RollcallCommand.Version.class,
    header = "Have a JVM that runs watch its files, sockets, connections and more.",
    description = {
      "",
      "Sends the agent into it, as -javaagent would have at its start. What is open by then is"
          + " unknown, and never a leak. The agent stays until the JVM ends.",
      ""
    },
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {
      " 0:the agent watches",
      ExitCode.USAGE_WORDS,
      " 3:the JVM could not be asked, or takes no agent"
    },
    footer = {
      "",
      "Examples:",
      "  rollcall attach 4711",
      "  rollcall attach 4711 files,jdbc",
      "  rollcall attach 4711 'files,track=com.acme.**.*Session'"
    })
final class AttachCommand implements Callable<Integer> {
  @ParentCommand private RollcallCommand rollcall = RollcallCommand.UNSET;

  @Parameters(
      index = "0",
      paramLabel = "PID",
      converter = ChosenJvm.PidConverter.class,
      description = "The process id of a JVM of yours on this machine.")
  private long pid;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "WHAT",
      defaultValue = "",
      description =
          "What is watched, separated by commas: files, sockets, selectors, jdbc, executors,"
              + " processes, http, netty, arrow, all, track=PATTERN. Without it: files, sockets,"
              + " jdbc.")
  private String what = "";

  @Option(
      names = "--agent",
      paramLabel = "JAR",
      description = "The agent's jar. Without it, the one beside this tool's.")
  private @Nullable Path agent;

  @Override
  public Integer call() throws Exception {
    Path jar = agent != null ? agent : besideTool();
    if (!Files.isReadable(jar)) {
      throw new UsageException(
          "there is no agent in " + jar + "; name its jar: --agent rollcall-VERSION-agent.jar");
    }
    try {
      SentAgent sent = SentAgent.into(pid, jar, what);
      rollcall.diagnostics().say(sent.words());
      return sent.isWatching() ? ExitCode.CLEAN : ExitCode.USAGE;
    } catch (NotAttachedException e) {
      rollcall.diagnostics().say(String.valueOf(e.getMessage()));
      return e.isWrongProcess() ? ExitCode.USAGE : ExitCode.UNREADABLE;
    }
  }

  /** The agent's jar where the tool's is, under the name that the release gives it. */
  private static Path besideTool() throws URISyntaxException {
    CodeSource source = AttachCommand.class.getProtectionDomain().getCodeSource();
    Path tool = source == null ? Path.of("") : Path.of(source.getLocation().toURI());
    String name = String.valueOf(tool.getFileName()).replaceFirst("-cli[.]jar$", "-agent.jar");
    return tool.resolveSibling(name.endsWith("-agent.jar") ? name : "rollcall-agent.jar");
  }
}
