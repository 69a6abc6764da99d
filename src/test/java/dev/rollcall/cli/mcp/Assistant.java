package dev.rollcall.cli.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapperSupplier;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The SDK's own client, and the server that it starts. */
public final class Assistant implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Queue<String> errors = new ConcurrentLinkedQueue<>();
  private final McpSyncClient client;
  private final McpSchema.InitializeResult begun;

  /** {@code command}: what starts the server. */
  public Assistant(List<String> command) {
    StdioClientTransport transport =
        new StdioClientTransport(
            ServerParameters.builder(command.get(0))
                .args(command.subList(1, command.size()))
                .build(),
            new JacksonMcpJsonMapperSupplier().get());
    transport.setStdErrorHandler(errors::add);
    client =
        McpClient.sync(transport)
            .requestTimeout(PATIENCE)
            .initializationTimeout(PATIENCE)
            .jsonSchemaValidator(new AnySchema())
            .build();
    begun = client.initialize();
  }

  /** What the server said of itself. */
  public McpSchema.InitializeResult begun() {
    return begun;
  }

  /** The tools. */
  public List<McpSchema.Tool> tools() {
    return client.listTools().tools();
  }

  /** Calls a tool, whatever comes of it. */
  public McpSchema.CallToolResult call(String tool, Map<String, Object> arguments) {
    return client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
  }

  /** Calls a tool that answers; its fields. */
  public JsonNode fields(String tool, Map<String, Object> arguments) {
    McpSchema.CallToolResult result = call(tool, arguments);
    assertThat(result.isError()).as(text(result)).isFalse();
    return JSON.valueToTree(result.structuredContent());
  }

  /** The text of an answer. */
  public static String text(McpSchema.CallToolResult result) {
    assertThat(result.content()).hasSize(1);
    return ((McpSchema.TextContent) result.content().get(0)).text();
  }

  /** What the server wrote to standard error. */
  public List<String> errors() {
    return List.copyOf(errors);
  }

  @Override
  public void close() {
    client.closeGracefully();
  }
}
