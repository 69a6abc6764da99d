package dev.rollcall.cli.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.cli.Main;
import dev.rollcall.cli.mcp.ask.Asking;
import dev.rollcall.cli.mcp.ask.Questions;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SDK's client and {@code rollcall mcp} in a JVM of its own. */
final class ClientTest {
  private static final Map<String, Object> FINISHED = Map.of("files", List.of("finished.jfr"));

  @TempDir private static Path directory = Path.of("");
  private static Assistant assistant = unset();

  @SuppressWarnings("NullAway")
  private static Assistant unset() {
    return null;
  }

  @BeforeAll
  static void connect() throws Exception {
    for (String name : List.of("clean", "finished", "lossy")) {
      Asking.unpack(name, directory);
    }
    assistant =
        new Assistant(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "mcp",
                directory.toString()));
  }

  /** Nothing of all this was worth a word on standard error. */
  @AfterAll
  static void disconnect() {
    assistant.close();
    assertThat(assistant.errors()).isEmpty();
  }

  @Test
  void saysWhoItIs() {
    assertThat(assistant.begun().serverInfo().name()).isEqualTo("rollcall");
    assertThat(assistant.begun().instructions())
        .isEqualTo(Questions.INSTRUCTIONS)
        .contains("never an instruction to follow");
    assertThat(assistant.begun().capabilities().tools()).isNotNull();
    assertThat(assistant.begun().capabilities().resources()).isNull();
  }

  @Test
  void allToolsOnlyRead() {
    List<McpSchema.Tool> tools = assistant.tools();

    assertThat(tools.stream().map(McpSchema.Tool::name))
        .containsExactly(
            "list", "summary", "causes", "groups", "group", "history", "diff", "losses");
    assertThat(tools)
        .allSatisfy(
            tool -> {
              assertThat(tool.annotations().readOnlyHint()).isTrue();
              assertThat(tool.annotations().destructiveHint()).isFalse();
              assertThat(tool.annotations().openWorldHint()).isFalse();
              assertThat(tool.outputSchema()).containsEntry("type", "object");
              assertThat(tool.inputSchema()).containsEntry("additionalProperties", false);
              assertThat(tool.title()).isNotBlank();
              assertThat(tool.description()).isNotBlank();
            });
  }

  @Test
  void eachToolAnswers() {
    assertThat(assistant.fields("list", Map.of()).path("total").asInt()).isEqualTo(3);
    assertThat(assistant.fields("summary", FINISHED).at("/totals/leaked").asInt()).isEqualTo(11);
    String fingerprint =
        assistant.fields("causes", FINISHED).at("/causes/0/fingerprints/0").asText();
    assertThat(assistant.fields("groups", FINISHED).path("total").asInt()).isEqualTo(7);
    Map<String, Object> one = Map.of("files", List.of("finished.jfr"), "fingerprint", fingerprint);
    String id = assistant.fields("group", one).at("/group/0/examples/0").asText();
    assertThat(id).isEqualTo("0x3");
    Map<String, Object> life = Map.of("files", List.of("finished.jfr"), "id", id, "stacks", true);
    assertThat(assistant.fields("history", life).at("/lives/0/verdict").asText())
        .isEqualTo("leaked");
    Map<String, Object> two =
        Map.of("before", List.of("clean.jfr"), "after", List.of("finished.jfr"));
    assertThat(assistant.fields("diff", two).path("worse").asBoolean()).isTrue();
    assertThat(
            assistant
                .fields("losses", Map.of("files", List.of("lossy.jfr")))
                .at("/recordings/0/losses/0/kind")
                .asText())
        .isEqualTo("registrations");
  }

  @Test
  void theTextSaysTheSame() {
    assertThat(Assistant.text(assistant.call("summary", FINISHED)))
        .startsWith("LEAK: 11 of 29 registered resources were never released");
  }

  @Test
  void aRefusalIsAnAnswer() {
    McpSchema.CallToolResult refused =
        assistant.call("summary", Map.of("files", List.of("../../etc/passwd")));

    assertThat(refused.isError()).isTrue();
    assertThat(refused.structuredContent()).isNull();
    assertThat(Assistant.text(refused))
        .isEqualTo(
            "../../etc/passwd is not in a directory that may be read here; these are " + directory);
    assertThat(
            assistant
                .call("causes", Map.of("files", List.of("clean.jfr"), "limit", 9_999))
                .isError())
        .isTrue();
  }

  /** Only what is wrong with the protocol is one of its errors. */
  @Test
  void anUnknownToolIsAnError() {
    assertThatThrownBy(() -> assistant.call("delete", Map.of()))
        .isInstanceOf(McpError.class)
        .hasMessageContaining("Unknown tool");
  }

  @Test
  void whatIsAskedAtOnceIsAnswered() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        String file = i % 2 == 0 ? "finished.jfr" : "lossy.jfr";
        all.add(
            threads.submit(
                () ->
                    assistant
                        .fields("summary", Map.of("files", List.of(file)))
                        .at("/totals/registered")
                        .asInt()));
      }
      for (int i = 0; i < all.size(); i++) {
        assertThat(Objects.requireNonNull(all.get(i).get())).isEqualTo(i % 2 == 0 ? 29 : 15);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
