package dev.rollcall.cli.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.cli.mcp.ask.Asking;
import dev.rollcall.cli.mcp.files.StartDirectories;
import dev.rollcall.cli.option.ResultStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands on standard input and output, line by line. */
final class PipesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HELLO =
      "{'jsonrpc':'2.0','id':1,'method':'initialize','params':{'protocolVersion':'2025-06-18',"
          + "'capabilities':{},'clientInfo':{'name':'test','version':'1'}}}\n";
  private static final String READY = "{'jsonrpc':'2.0','method':'notifications/initialized'}\n";
  private static final String LIST =
      "{'jsonrpc':'2.0','id':2,'method':'tools/call','params':{'name':'list','arguments':{}}}\n";

  @TempDir private Path directory = Path.of("");

  /** What is answered to lines with single quotes, when the input ends; by id, "" for none. */
  private Map<String, JsonNode> answers(String lines) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream(lines.replace('\'', '"').getBytes(UTF_8));
    assertThat(conversation().hold(in, new ResultStream(out))).isTrue();
    Map<String, JsonNode> answers = new TreeMap<>();
    for (String line : out.toString(UTF_8).lines().toList()) {
      JsonNode answer = JSON.readTree(line);
      assertThat(answer.path("jsonrpc").asText()).isEqualTo("2.0");
      assertThat(answers.put(answer.path("id").asText().replace("null", ""), answer)).isNull();
    }
    assertThat(out.toString(UTF_8)).matches("(?s)|.*\n");
    return answers;
  }

  private static JsonNode of(Map<String, JsonNode> answers, String id) {
    return Objects.requireNonNull(answers.get(id), id);
  }

  private Conversation conversation() throws Exception {
    return new Conversation(StartDirectories.of(List.of(directory.toString())), "1.2.3");
  }

  @Test
  void answersWhatWasAskedBeforeTheInputEnded() throws Exception {
    Asking.unpack("finished", directory);
    StringBuilder lines = new StringBuilder(HELLO + READY);
    for (int id = 10; id < 40; id++) {
      lines
          .append("{'jsonrpc':'2.0','id':")
          .append(id)
          .append(",'method':'tools/call','params':{'name':'summary','arguments':{'files':")
          .append("['finished.jfr']}}}\n");
    }
    Map<String, JsonNode> answers = answers(lines.toString().stripTrailing());

    assertThat(answers).hasSize(31);
    assertThat(of(answers, "1").at("/result/serverInfo/version").asText()).isEqualTo("1.2.3");
    assertThat(of(answers, "1").at("/result/protocolVersion").asText()).isEqualTo("2025-06-18");
    assertThat(of(answers, "39").at("/result/structuredContent/totals/leaked").asInt())
        .isEqualTo(11);
    assertThat(of(answers, "39").at("/result/isError").asBoolean()).isFalse();
  }

  @Test
  void anEmptyInputIsNoTrouble() throws Exception {
    assertThat(answers("")).isEmpty();
    assertThat(answers("\n \n\r\n")).isEmpty();
  }

  /** And what comes after them is answered as ever. */
  @Test
  void saysOfWhichLinesItMakesNothing() throws Exception {
    for (String bad :
        List.of(
            "no json\n",
            "{'jsonrpc':'2.0'}\n",
            "[]\n",
            "7\n",
            "{'jsonrpc':'2.0','id':null,'method':'ping'}\n",
            "{'jsonrpc':'2.0','id':3,'method':7,'params':{'a':\n",
            "{'a':".repeat(2_000) + "\n",
            "\u0000\ufffe\n")) {
      Map<String, JsonNode> answers = answers(HELLO + READY + bad + LIST);

      assertThat(answers).as(bad).containsOnlyKeys("", "1", "2");
      assertThat(of(answers, "").at("/error/code").asInt()).isEqualTo(-32700);
      assertThat(of(answers, "").at("/error/message").asText())
          .isEqualTo("a line is no JSON-RPC message");
      assertThat(of(answers, "2").at("/result/isError").asBoolean(true)).isFalse();
    }
  }

  @Test
  void aLineIsNotKeptWithoutEnd() throws Exception {
    Map<String, JsonNode> answers = answers(HELLO + READY + "x".repeat(3 << 20) + "\n" + LIST);

    assertThat(of(answers, "").at("/error/message").asText())
        .isEqualTo("a message is longer than 1048576 bytes");
    assertThat(answers).containsKey("2");
  }

  @Test
  void whatComesTooEarlyIsRefusedAndNotForgotten() throws Exception {
    Map<String, JsonNode> answers =
        answers("{'jsonrpc':'2.0','id':'p','method':'ping'}\n" + LIST + HELLO);

    assertThat(of(answers, "p").path("result").isObject()).isTrue();
    assertThat(of(answers, "2").at("/error/message").asText())
        .isEqualTo("send initialize and notifications/initialized before tools/call");
    assertThat(of(answers, "1").has("result")).isTrue();
  }

  @Test
  void whatItDoesNotKnowIsAnError() throws Exception {
    Map<String, JsonNode> answers =
        answers(
            HELLO
                + READY
                + "{'jsonrpc':'2.0','id':2,'method':'resources/list'}\n"
                + "{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':9}}\n"
                + "{'jsonrpc':'2.0','id':7,'result':{}}\n"
                + "{'jsonrpc':'2.0','id':3,'method':'ping'}\n");

    assertThat(of(answers, "2").at("/error/code").asInt()).isEqualTo(-32601);
    assertThat(of(answers, "3").has("result")).isTrue();
    assertThat(answers).containsOnlyKeys("1", "2", "3");
  }

  /** As where the assistant is gone. */
  @Test
  void whoDoesNotReadIsNotAnsweredForever() throws Exception {
    ResultStream broken =
        new ResultStream(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
              }
            });
    String lines = (HELLO + READY).replace('\'', '"').repeat(10_000);
    InputStream in = new ByteArrayInputStream(lines.getBytes(UTF_8));

    conversation().hold(in, broken);
    assertThat(broken.isUnread()).isTrue();
    assertThat(in.available()).isPositive();
  }
}
