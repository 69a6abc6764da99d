package dev.rollcall.cli.mcp;

import dev.rollcall.cli.option.ResultStream;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Standard input and output as the protocol uses them: one message a line, read on the thread that
 * serves, answered on others.
 *
 * <p>The SDK has such a transport, too. That one ends with the first line that it cannot parse, and
 * when the input ends it drops the answers that are being made, so that what a script pipes into it
 * is not answered. This one says what is wrong with a line and goes on, and answers what was asked.
 */
final class Pipes implements McpServerTransportProvider, McpServerTransport {
  private static final int LONGEST_LINE = 1 << 20;
  private static final int MOST_AT_ONCE = 64;
  private static final long PATIENCE_SECONDS = 60;

  private final McpJsonMapper json;
  private final InputStream in;
  private final ResultStream out;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private @Nullable McpServerSession session;
  private boolean begun;

  Pipes(McpJsonMapper json, InputStream in, ResultStream out) {
    this.json = json;
    this.in = new BufferedInputStream(in);
    this.out = out;
  }

  @Override
  public void setSessionFactory(McpServerSession.Factory factory) {
    session = factory.create(this);
  }

  /**
   * Takes messages until the input ends, and then waits for the answers to them, as far as they
   * come; whether all did.
   */
  boolean serve() {
    try {
      Line line = Line.read(in, LONGEST_LINE);
      while (line != null && out.trouble() == null && !out.isUnread()) {
        take(line);
        line = Line.read(in, LONGEST_LINE);
      }
    } catch (IOException unreadable) {
      // As if it ended here.
    }
    return awaitAnswers();
  }

  private void take(Line line) {
    if (line.isTooLong()) {
      refuse("a message is longer than " + LONGEST_LINE + " bytes");
    } else if (!line.text().isBlank()) {
      JSONRPCMessage message;
      try {
        message = McpSchema.deserializeJsonRpcMessage(json, line.text());
      } catch (IOException | RuntimeException e) {
        refuse("a line is no JSON-RPC message");
        return;
      }
      handle(message);
    }
  }

  /** The SDK keeps what comes before the assistant has said that it is ready, and never answers. */
  private void handle(JSONRPCMessage message) {
    begun |=
        message instanceof JSONRPCNotification told
            && McpSchema.METHOD_NOTIFICATION_INITIALIZED.equals(told.method());
    if (message instanceof JSONRPCRequest request
        && !begun
        && !McpSchema.METHOD_INITIALIZE.equals(request.method())) {
      write(tooEarly(request));
    } else if (session != null && (begun || message instanceof JSONRPCRequest)) {
      places.acquireUninterruptibly();
      session.handle(message).doFinally(signal -> places.release()).onErrorComplete().subscribe();
    }
  }

  private static JSONRPCResponse tooEarly(JSONRPCRequest request) {
    return McpSchema.METHOD_PING.equals(request.method())
        ? JSONRPCResponse.result(request.id(), Map.of())
        : JSONRPCResponse.error(
            request.id(),
            new JSONRPCError(
                ErrorCodes.INVALID_REQUEST,
                "send initialize and notifications/initialized before " + request.method()));
  }

  /** Whether all is answered; who waits for longer has gone long ago. */
  private boolean awaitAnswers() {
    try {
      return places.tryAcquire(MOST_AT_ONCE, PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Says what is wrong with a message that has no id to answer to. */
  private void refuse(String why) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("jsonrpc", McpSchema.JSONRPC_VERSION);
    error.put("id", null);
    error.put("error", new JSONRPCError(ErrorCodes.PARSE_ERROR, why));
    write(error);
  }

  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    return Mono.fromRunnable(() -> write(message));
  }

  private synchronized void write(Object message) {
    try {
      byte[] line = json.writeValueAsBytes(message);
      out.write(line, 0, line.length);
      out.write('\n');
      out.finish();
    } catch (IOException kept) {
      // The stream remembers it.
    }
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return json.convertValue(data, type);
  }

  @Override
  public Mono<Void> notifyClients(String method, @Nullable Object params) {
    return session == null ? Mono.empty() : session.sendNotification(method, params);
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }

  @Override
  public void close() {
    // The end of the input closes it.
  }

  /** All that the SDK speaks with one assistant. */
  @Override
  public List<String> protocolVersions() {
    return List.of(
        ProtocolVersions.MCP_2024_11_05,
        ProtocolVersions.MCP_2025_03_26,
        ProtocolVersions.MCP_2025_06_18,
        ProtocolVersions.MCP_2025_11_25);
  }

  /**
   * A line of the input.
   *
   * @param isTooLong whether its text is left out
   */
  private record Line(String text, boolean isTooLong) {
    /** The next one; {@code null} at the end of the input. */
    static @Nullable Line read(InputStream in, int most) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      int read = 0;
      int next = in.read();
      if (next < 0) {
        return null;
      }
      while (next >= 0 && next != '\n') {
        if (++read <= most) {
          bytes.write(next);
        }
        next = in.read();
      }
      return read > most
          ? new Line("", true)
          : new Line(bytes.toString(StandardCharsets.UTF_8), false);
    }
  }
}
