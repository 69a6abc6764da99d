package bodies;

import dev.rollcall.netty.TrackedAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/** Takes bodies that Reactor puts together from chunks, and forgets one in five. */
public final class BodyServer {
  private static final int REQUESTS = 40;
  private static final int FORGOTTEN_EVERY = 5;
  private static final int BODY_BYTES = 50_000;

  private static final List<ByteBuf> FORGOTTEN = new ArrayList<>();
  private static int handled;

  private BodyServer() {}

  private static String handle(ByteBuf body) {
    if (++handled % FORGOTTEN_EVERY == 0) {
      FORGOTTEN.add(body); // the bug
      return "forgotten";
    }
    String answer = body.readableBytes() + " bytes";
    body.release();
    return answer;
  }

  /** Serves some requests. Where Netty's hook is used, wrap returns the allocator as it is. */
  public static void main(String[] args) throws IOException, InterruptedException {
    LoopResources loops = LoopResources.create("bodies", 1, true);
    DisposableServer server =
        HttpServer.create()
            .port(0)
            .runOn(loops)
            .childOption(
                ChannelOption.ALLOCATOR, TrackedAllocator.wrap(PooledByteBufAllocator.DEFAULT))
            .handle(
                (request, response) ->
                    response.sendString(
                        request.receive().aggregate().retain().map(BodyServer::handle)))
            .bindNow();
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port()))
            .version(HttpClient.Version.HTTP_1_1)
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[BODY_BYTES]))
            .build();
    for (int i = 0; i < REQUESTS; i++) {
      client.send(request, HttpResponse.BodyHandlers.discarding());
    }
    server.disposeNow();
    loops.disposeLater().block();
  }
}
