package dev.rollcall.cli.mcp;

import dev.rollcall.cli.mcp.files.Refusal;
import dev.rollcall.cli.mcp.files.StartDirectories;
import dev.rollcall.cli.option.ResultStream;
import dev.rollcall.cli.option.UsageException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rollcall mcp}: answers an assistant. */
@Command(
    name = "mcp",
    mixinStandardHelpOptions = true,
    header = "Answer an assistant's questions about recordings, as an MCP server.",
    description = {
      "",
      "Speaks the Model Context Protocol on standard input and output until the input ends; an"
          + " assistant starts it. It reads the recordings and JSON reports in the directories that"
          + " are named here, and below them, and nothing else. It changes no file and needs no"
          + " network.",
      "",
      "It has the tools list, summary, causes, groups, group, history, diff and losses.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {" 0:the input ended", " 2:wrong usage, or the result could not be written"},
    footer = {
      "",
      "Examples:",
      "  rollcall mcp /var/recordings",
      "",
      "An assistant is told this command, most often in a file of settings:",
      "  {\"command\": \"tools/rollcall\", \"args\": [\"mcp\", \"/var/recordings\"]}"
    })
public final class McpCommand implements Callable<Integer> {
  private final InputStream in;
  private final ResultStream out;
  private final String version;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "Directories that may be read, with all that is below them.")
  private List<String> directories = List.of();

  /** {@code version}: of the tool, as it tells the assistant. */
  public McpCommand(InputStream in, ResultStream out, String version) {
    this.in = in;
    this.out = out;
    this.version = version;
  }

  @Override
  public Integer call() throws UsageException {
    try {
      if (!new Conversation(StartDirectories.of(directories), version).hold(in, out)) {
        throw new UsageException(
            "the input ended before all was answered; keep it open until the answers are there");
      }
      return 0;
    } catch (Refusal e) {
      throw new UsageException(e.sentence());
    }
  }
}
