package dev.rollcall.cli.mcp;

import dev.rollcall.cli.mcp.ask.Question;
import dev.rollcall.cli.mcp.ask.Questions;
import dev.rollcall.cli.mcp.files.StartDirectories;
import dev.rollcall.cli.option.ResultStream;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapperSupplier;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServer.SyncSpecification;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.io.InputStream;

/** Everything between the first and the last word of one assistant. */
final class Conversation {
  /** Of SLF4J: it says on standard error that it has nobody to log to. */
  private static final String VERBOSITY = "slf4j.internal.verbosity";

  private final StartDirectories directories;
  private final String version;

  Conversation(StartDirectories directories, String version) {
    this.directories = directories;
    this.version = version;
  }

  /** Answers until the input ends; whether all was answered. */
  boolean hold(InputStream in, ResultStream out) {
    if (System.getProperty(VERBOSITY) == null) {
      System.setProperty(VERBOSITY, "ERROR");
    }
    McpJsonMapper json = new JacksonMcpJsonMapperSupplier().get();
    Pipes pipes = new Pipes(json, in, out);
    SyncSpecification<?> server =
        McpServer.sync(pipes)
            .serverInfo("rollcall", version)
            .instructions(Questions.INSTRUCTIONS)
            .capabilities(ServerCapabilities.builder().tools(false).build())
            .jsonMapper(json)
            // Arguments are checked where they are used, and tests hold answers against the
            // schemas.
            .jsonSchemaValidator(new AnySchema())
            .validateToolInputs(false);
    for (Question question : Questions.of(directories)) {
      Tool tool = new Tool(question);
      server = server.toolCall(tool.description(), (exchange, request) -> tool.call(request));
    }
    server.build();
    return pipes.serve();
  }
}
