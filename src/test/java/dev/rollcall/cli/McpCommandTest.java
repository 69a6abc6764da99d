package dev.rollcall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.cli.option.ResultStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code rollcall mcp} as a command; what it says as a server is tested beside that. */
final class McpCommandTest extends CommandTest {
  @Test
  void endsWithItsInput() {
    assertThat(run("mcp", directory.toString())).isZero();
    assertThat(out + err).isEmpty();
  }

  @Test
  void answersOnStandardOutput() {
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String ping = "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"ping\"}\n";
    int status =
        Main.run(
            new String[] {"mcp", directory.toString()},
            new ByteArrayInputStream(ping.getBytes(UTF_8)),
            new ResultStream(result),
            new PrintStream(said, true, UTF_8));

    assertThat(status).isZero();
    assertThat(result.toString(UTF_8)).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":{}}\n");
    assertThat(said.toString(UTF_8)).isEmpty();
  }

  @Test
  void needsADirectory() throws Exception {
    Path file = Files.writeString(directory.resolve("a.jfr"), "");

    assertThat(run("mcp")).isEqualTo(2);
    assertOneSentence("DIR is missing; see rollcall help mcp");
    assertThat(run("mcp", target("nothing"))).isEqualTo(2);
    assertOneSentence("there is no directory " + target("nothing") + "; give one");
    assertThat(run("mcp", directory.toString(), file.toString())).isEqualTo(2);
    assertOneSentence(file + " is a file; give the directory that it is in");
    assertThat(out).isEmpty();
  }

  @Test
  void helps() {
    assertThat(run("help", "mcp")).isZero();
    assertThat(out)
        .contains("Usage: rollcall mcp", "DIR", "needs no network", "   0   the input ended");
    assertThat(out.lines()).allMatch(line -> line.length() <= 80);
    assertThat(run("help")).isZero();
    assertThat(out).containsPattern("\n  mcp +Answer an assistant's questions");
    assertThat(run("mcp", "--version")).isZero();
    assertThat(out).startsWith("rollcall ");
  }
}
