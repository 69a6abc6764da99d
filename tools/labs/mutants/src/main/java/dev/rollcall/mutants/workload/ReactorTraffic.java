package dev.rollcall.mutants.workload;

import static dev.rollcall.mutants.workload.Wire.failing;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * Reactor Netty's clients and servers, one exchange after the other; some are not read to an end.
 */
final class ReactorTraffic {
  private static final int ROUNDS = 6;

  private ReactorTraffic() {}

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put("reactor.http", ReactorTraffic::http);
    return all;
  }

  private interface Exchange {
    void run(LoopResources loops, ConnectionProvider connections) throws Exception;
  }

  /** With one event loop, and one connection that is kept. */
  private static void running(Exchange exchange) throws Exception {
    LoopResources loops = LoopResources.create("lab", 1, 1, true, false);
    ConnectionProvider connections = ConnectionProvider.create("lab", 1);
    try {
      exchange.run(loops, connections);
    } finally {
      connections.disposeLater().block();
      loops.disposeLater(Duration.ZERO, Duration.ofMinutes(1)).block();
    }
  }

  private static DisposableServer server(LoopResources loops) {
    return HttpServer.create()
        .host("127.0.0.1")
        .port(0)
        .runOn(loops, false)
        .childOption(ChannelOption.ALLOCATOR, Wire.ALLOCATOR)
        .route(
            routes ->
                routes
                    .get(
                        "/text", (request, response) -> response.sendString(Mono.just("some text")))
                    .post("/echo", (request, response) -> response.send(request.receive().retain()))
                    .post("/unread", (request, response) -> response.status(204).send())
                    .post(
                        "/refused",
                        (request, response) ->
                            request
                                .receive()
                                .aggregate()
                                .flatMap(body -> Mono.error(new IllegalStateException("no")))))
        .bindNow();
  }

  private static HttpClient client(
      DisposableServer server, LoopResources loops, ConnectionProvider connections) {
    return HttpClient.create(connections)
        .host("127.0.0.1")
        .port(server.port())
        .runOn(loops, false)
        .option(ChannelOption.ALLOCATOR, Wire.ALLOCATOR);
  }

  private static Flux<ByteBuf> parts(int number) {
    return Flux.range(0, number).map(i -> Wire.ascii("part " + i));
  }

  private static void http() throws Exception {
    running(
        (loops, connections) -> {
          DisposableServer server = server(loops);
          HttpClient client = client(server, loops, connections);
          for (int i = 0; i < ROUNDS; i++) {
            int number = 1 + i % 3;
            client.get().uri("/text").responseContent().aggregate().asString().block();
            client
                .post()
                .uri("/echo")
                .send(parts(number))
                .responseContent()
                .aggregate()
                .asByteArray()
                .block();
            client.post().uri("/unread").send(parts(number)).response().block();
            client.get().uri("/text").response().block();
            client.get().uri("/none").responseContent().aggregate().asString().block();
            failing(
                () ->
                    client
                        .post()
                        .uri("/refused")
                        .send(Mono.fromSupplier(() -> Wire.ascii("a body")))
                        .responseContent()
                        .aggregate()
                        .asString()
                        .block());
            failing(
                () ->
                    client
                        .post()
                        .uri("/echo")
                        .send(Flux.concat(parts(1), Flux.error(new IllegalStateException("no"))))
                        .responseContent()
                        .blockLast());
          }
          server.disposeNow();
        });
  }
}
