package dev.rollcall.cli.mcp;

import dev.rollcall.cli.mcp.ask.Answer;
import dev.rollcall.cli.mcp.ask.Question;
import dev.rollcall.cli.mcp.ask.Questions;
import dev.rollcall.cli.mcp.files.Refusal;
import dev.rollcall.common.Printable;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;

/** A question as the protocol has it. Whatever goes wrong with it is an answer, too. */
final class Tool {
  private final Question question;

  Tool(Question question) {
    this.question = question;
  }

  /** What the assistant is told of it. */
  McpSchema.Tool description() {
    return McpSchema.Tool.builder(question.name(), question.asks().map())
        .title(question.title())
        .description(question.meaning())
        .outputSchema(question.answers().map())
        .annotations(
            ToolAnnotations.builder()
                .title(question.title())
                .readOnlyHint(true)
                .destructiveHint(false)
                .idempotentHint(true)
                .openWorldHint(false)
                .build())
        .build();
  }

  /** Asks it. Never throws. */
  CallToolResult call(CallToolRequest request) {
    try {
      Answer answer = Questions.ask(question, request.arguments());
      return CallToolResult.builder()
          .structuredContent(answer.fields())
          .addTextContent(answer.text())
          .isError(false)
          .build();
    } catch (Refusal e) {
      return error(e.sentence());
    } catch (OutOfMemoryError e) {
      return error(
          "there is not enough memory for these recordings; ask about fewer, or give Java more, for"
              + " example with JAVA_TOOL_OPTIONS=-Xmx4g");
    } catch (RuntimeException | Error e) {
      return error(
          "this is a bug in Rollcall, please report it: "
              + e.getClass().getName()
              + ": "
              + e.getMessage());
    }
  }

  private static CallToolResult error(String sentence) {
    return CallToolResult.builder().addTextContent(Printable.of(sentence)).isError(true).build();
  }
}
